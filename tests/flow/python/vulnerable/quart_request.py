from quart import Quart, request

from app.database import shop

app = Quart(__name__)


@app.get("/items")
async def find():
    cursor = shop.cursor()
    cursor.execute(f"SELECT * FROM items WHERE name = '{request.args['name']}'")  # expect: sql-injection
    return cursor.fetchall()
