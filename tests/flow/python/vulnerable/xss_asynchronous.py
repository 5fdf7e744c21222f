from aiohttp import web
from fastapi import APIRouter, Request, Response
from sanic import response
from starlette.responses import HTMLResponse
from tornado.web import RequestHandler

router = APIRouter()


@router.get("/page")
async def page(request: Request):
    return HTMLResponse(f"<p>{request.query_params['q']}</p>")  # expect: xss


@router.get("/typed")
async def typed(q: str):
    return Response(content=f"<p>{q}</p>", media_type="text/html")  # expect: xss


async def handle(request: web.Request):
    return web.Response(text="<p>" + request.query["q"] + "</p>", content_type="text/html")  # expect: xss


class Search(RequestHandler):
    def get(self):
        self.write("<p>" + self.get_argument("q") + "</p>")  # expect: xss


@router.get("/sanic")
async def sanic(q: str):
    return response.html(f"<p>{q}</p>")  # expect: xss
