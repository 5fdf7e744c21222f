import sqlite3

from aiohttp import web

routes = web.RouteTableDef()
db = sqlite3.connect("shop.db")


@routes.view("/users")
class Users(web.View):
    async def get(self):
        name = self.request.query["name"]
        return web.json_response(db.execute(f"SELECT * FROM users WHERE name = '{name}'").fetchall())  # expect: sql-injection

    async def post(self):
        data = await self.request.post()
        db.execute("INSERT INTO users VALUES ('" + data["name"] + "')")  # expect: sql-injection
        return web.Response()
