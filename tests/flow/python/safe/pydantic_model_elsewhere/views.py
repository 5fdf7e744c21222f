import sqlite3

from fastapi import APIRouter, Request
from .models import Item, Order

router = APIRouter()
db = sqlite3.connect("x.db")


@router.post("/items")
def create(item: Item):
    db.execute(f"SELECT {item.id}")
    db.execute(f"SELECT '{item.owner}'")
    db.execute(f"SELECT '{item.kind}'")
    db.execute(f"SELECT '{item.sort}'")
    db.execute(f"SELECT '{item.sort.value}'")
    db.execute(f"SELECT {item.size}")
    db.execute(f"SELECT {item.count}")


@router.post("/orders")
def order(order: Order):
    db.execute(f"SELECT {order.item.id}")
    db.execute(f"SELECT {order.item.kind}")
    db.execute(f"SELECT {order.items[0].id}")
    for item in order.items:
        db.execute(f"SELECT {item.id}")


@router.post("/raw")
async def raw(request: Request):
    item = Item.model_validate(await request.json())
    db.execute(f"SELECT {item.id}")
    other = Item(**(await request.json()))
    db.execute(f"SELECT {other.id}")
    third = Item.parse_obj(await request.json())
    db.execute(f"SELECT {third.kind}")
