import sqlite3

from fastapi import APIRouter, Request
from .models import Item, Order

router = APIRouter()
db = sqlite3.connect("x.db")


@router.post("/items")
def create(item: Item):
    db.execute(f"SELECT '{item.name}'")  # expect: sql-injection


@router.post("/orders")
def order(order: Order):
    for item in order.items:
        db.execute(f"SELECT '{item.name}'")  # expect: sql-injection
    db.execute(f"SELECT '{order.item.name}'")  # expect: sql-injection


@router.post("/raw")
async def raw(request: Request):
    item = Item.model_validate(await request.json())
    db.execute(f"SELECT '{item.name}'")  # expect: sql-injection
    other = Item(**(await request.json()))
    db.execute(f"SELECT '{other.name}'")  # expect: sql-injection
    third = Item.parse_obj(await request.json())
    db.execute(f"SELECT '{third.name}'")  # expect: sql-injection
