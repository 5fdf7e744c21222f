import sqlite3
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Annotated, List, Literal, Optional, Union
from uuid import UUID

from fastapi import FastAPI, Path, Query, Request
from pydantic import UUID4, BaseModel, Field, PositiveInt, conint
from pydantic.v1 import StrictInt
from sqlmodel import SQLModel

app = FastAPI()
db = sqlite3.connect("shop.db")


class Sort(str, Enum):
    name = "name"
    created = "created"


class Item(BaseModel):
    id: int
    owner: UUID
    kind: Literal["book", "toy"]
    sort: Sort
    size: conint(gt=0)
    count: Annotated[int, Field(gt=0)]
    price: Optional[Decimal] = None
    day: date
    place: PositiveInt = 1
    key: UUID4
    tags: List[int] = []
    either: Union[int, UUID]
    maybe: int | None = None
    name: str


class Hero(SQLModel):
    power: StrictInt
    name: str


@app.post("/items")
def create(item: Item):
    db.execute(f"INSERT INTO items VALUES ({item.id}, '{item.owner}', '{item.kind}', {item.size}, {item.count})")
    db.execute(f"INSERT INTO prices VALUES ({item.price}, '{item.day}', {item.place}, '{item.key}')")
    db.execute(f"SELECT * FROM items WHERE x = {item.maybe} ORDER BY {item.sort.value}")
    db.execute(f"SELECT * FROM items WHERE x = '{item.either}'")
    db.execute("SELECT * FROM tags WHERE id IN (" + ",".join(str(tag) for tag in item.tags) + ")")


@app.get("/items/{id}")
def show(
    id: Annotated[int, Path(gt=0)],
    kind: Literal["book", "toy"],
    sort: Sort,
    size: conint(gt=1) = 3,
    owner: UUID | None = None,
    page: Optional[int] = Query(None),
):
    db.execute(f"SELECT * FROM items WHERE id = {id} AND kind = '{kind}' ORDER BY {sort.value}")
    db.execute(f"SELECT * FROM items WHERE size = {size} AND owner = '{owner}' LIMIT {page}")


@app.put("/items")
async def replace(request: Request):
    item = Item.model_validate(await request.json())
    db.execute(f"UPDATE items SET x = {item.id} WHERE kind = '{item.kind}'")
    item = Item.parse_raw(await request.body())
    db.execute(f"UPDATE items SET x = {item.id} WHERE kind = '{item.kind}'")
    item = Item(**(await request.json()))
    db.execute(f"UPDATE items SET x = {item.id} WHERE kind = '{item.kind}'")
    item = Item(id=request.query_params["id"], kind=request.query_params["kind"])
    db.execute(f"UPDATE items SET x = {item.id} WHERE kind = '{item.kind}'")
    hero = Hero.model_validate(await request.json())
    db.execute(f"UPDATE heroes SET power = {hero.power}")
