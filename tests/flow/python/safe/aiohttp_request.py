import sqlite3

from aiohttp import web

db = sqlite3.connect("shop.db")
COLUMNS = {"name": "name", "price": "price"}


@web.middleware
async def identified(request, handler):
    row = db.execute("SELECT id FROM users WHERE token = ?", (request.headers.get("Authorization"),)).fetchone()
    request["user_id"] = row[0]
    return await handler(request)


async def items(request):
    page = int(request.query.get("page", "1"))
    column = COLUMNS.get(request.query.get("sort"), "name")
    mine = request["user_id"]
    db.execute(f"INSERT INTO log VALUES ('{request.method}')")
    rows = db.execute(f"SELECT * FROM items WHERE owner = {mine} ORDER BY {column} LIMIT 10 OFFSET {page * 10}")
    name = request.match_info["name"]
    rows = db.execute("SELECT * FROM items WHERE name = ?", (name,))
    return web.json_response(rows.fetchall())


app = web.Application(middlewares=[identified])
app.router.add_get("/items/{name}", items)
