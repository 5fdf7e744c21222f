import html

from aiohttp import web
from tornado.escape import xhtml_escape
from tornado.web import RequestHandler


async def text(request: web.Request):
    return web.Response(text="<p>" + request.query["q"] + "</p>")


async def escaped(request: web.Request):
    page = f"<p>{html.escape(request.query['q'])}</p>"
    return web.Response(text=page, content_type="text/html")


class Search(RequestHandler):
    def get(self):
        self.write({"q": self.get_argument("q")})

    def post(self):
        self.write("<p>" + xhtml_escape(self.get_argument("q")) + "</p>")
