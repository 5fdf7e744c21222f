import sqlite3

from aiohttp import web

db = sqlite3.connect("shop.db")


@web.middleware
async def tenant(request, handler):
    request["tenant"] = request.headers["X-Tenant"]
    return await handler(request)


async def orders(request):
    return web.json_response(db.execute(f"SELECT * FROM {request['tenant']}_orders").fetchall())  # expect: sql-injection


app = web.Application(middlewares=[tenant])
app.router.add_get("/orders", orders)
