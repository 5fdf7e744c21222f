from fastapi.requests import Request as FastRequest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.routing import Route

from app.database import shop


async def find(incoming: Request):
    cursor = shop.cursor()
    cursor.execute("SELECT * FROM items WHERE name = '%s'" % incoming.query_params["name"])  # expect: sql-injection
    item = await incoming.json()
    cursor.execute("INSERT INTO searches (name) VALUES ('%s')" % item["name"])  # expect: sql-injection


async def city(incoming: FastRequest):
    cursor = shop.cursor()
    cursor.execute("SELECT * FROM items WHERE city = '%s'" % incoming.path_params["city"])  # expect: sql-injection


app = Starlette(routes=[Route("/items", find), Route("/cities/{city}", city)])
