import sqlite3

from aiohttp import web

db = sqlite3.connect("shop.db")


async def _items(request):
    name = request.query.get("name", "")
    rows = db.execute(f"SELECT * FROM items WHERE name = '{name}'").fetchall()  # expect: sql-injection
    db.execute(f"SELECT * FROM items WHERE slug = '{request.match_info['slug']}'")  # expect: sql-injection
    agent = request.headers["User-Agent"]
    db.execute(f"INSERT INTO seen VALUES ('{agent}')")  # expect: sql-injection
    return web.json_response(rows)


async def _add(request: web.Request) -> web.Response:
    data = await request.json()
    db.execute(f"INSERT INTO items VALUES ('{data['name']}')")  # expect: sql-injection
    form = await request.post()
    db.execute("INSERT INTO items VALUES ('" + form["name"] + "')")  # expect: sql-injection
    return web.FileResponse("static/" + await request.text())  # expect: path-traversal


app = web.Application()
app.router.add_get("/items/{slug}", _items)
app.router.add_post("/items", _add)
