from aiohttp import web
from fastapi import FastAPI
from flask import Flask, request
from sanic import response
from starlette.responses import RedirectResponse
from tornado.web import RequestHandler
from werkzeug.utils import redirect

app = Flask(__name__)
api = FastAPI()


@app.get("/werkzeug")
def werkzeug():
    return redirect(request.values["next"])  # expect: open-redirect


@api.get("/go")
async def go(to: str):
    return RedirectResponse(url=to)  # expect: open-redirect


@api.get("/sanic")
async def sanic(to: str):
    return response.redirect(to)  # expect: open-redirect


async def handle(request: web.Request):
    raise web.HTTPFound(request.query["next"])  # expect: open-redirect


class Login(RequestHandler):
    def get(self):
        self.redirect(self.get_argument("next"))  # expect: open-redirect
