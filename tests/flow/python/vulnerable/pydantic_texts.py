import sqlite3
from typing import Annotated, List, Optional, Union

from fastapi import FastAPI, Query, Request
from pydantic import BaseModel, EmailStr, constr

app = FastAPI()
db = sqlite3.connect("shop.db")


class Item(BaseModel):
    id: int
    email: EmailStr
    name: str
    short: constr(max_length=30)
    note: Optional[str] = None
    either: Union[int, str]
    names: List[str] = []


@app.post("/items")
def create(item: Item):
    db.execute(f"INSERT INTO items VALUES ({item.id}, '{item.email}')")  # expect: sql-injection
    db.execute(f"INSERT INTO items VALUES ({item.id}, '{item.name}')")  # expect: sql-injection
    db.execute(f"INSERT INTO items VALUES ({item.id}, '{item.short}')")  # expect: sql-injection
    db.execute(f"INSERT INTO items VALUES ({item.id}, '{item.note}')")  # expect: sql-injection
    db.execute(f"INSERT INTO items VALUES ({item.id}, '{item.either}')")  # expect: sql-injection
    db.execute("SELECT * FROM items WHERE name IN ('" + "','".join(item.names) + "')")  # expect: sql-injection


@app.get("/items")
def show(text: Annotated[str, Query(max_length=30)]):
    db.execute(f"SELECT * FROM items WHERE text = '{text}'")  # expect: sql-injection


@app.put("/items")
async def replace(request: Request):
    item = Item.model_validate(await request.json())
    db.execute(f"UPDATE items SET name = '{item.name}'")  # expect: sql-injection
    item = Item.parse_raw(await request.body())
    db.execute(f"UPDATE items SET name = '{item.name}'")  # expect: sql-injection
    item = Item(**(await request.json()))
    db.execute(f"UPDATE items SET name = '{item.name}'")  # expect: sql-injection
    item = Item(id=request.query_params["id"], name=request.query_params["name"])
    db.execute(f"UPDATE items SET name = '{item.name}'")  # expect: sql-injection
