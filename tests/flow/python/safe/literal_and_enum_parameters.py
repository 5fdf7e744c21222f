import sqlite3
from enum import Enum, StrEnum
from typing import Annotated, Literal

from fastapi import FastAPI, Query
from pydantic import BaseModel

app = FastAPI()

Direction = Literal["asc", "desc"]


class Column(str, Enum):
    NAME = "name"
    AGE = "age"


class Table(StrEnum):
    USERS = "users"
    ORDERS = "orders"


class Sort(BaseModel):
    column: Column = Column.NAME
    direction: Direction = "asc"
    tables: list[Table] = []


@app.get("/users")
def users(column: Column, direction: Literal["asc", "desc"] = "asc", table: Table | None = None):
    db = sqlite3.connect("app.db")
    db.execute(f"SELECT * FROM users ORDER BY {column.value} {direction}")
    if table:
        db.execute(f"SELECT * FROM {table}")
    return []


@app.get("/others")
def others(direction: Annotated[Direction, Query()] = "asc"):
    db = sqlite3.connect("app.db")
    db.execute(f"SELECT * FROM users ORDER BY name {direction}")
    return []


@app.post("/sorted")
def sorted_users(sort: Sort):
    db = sqlite3.connect("app.db")
    db.execute(f"SELECT * FROM users ORDER BY {sort.column.value} {sort.direction}")
    for table in sort.tables:
        db.execute(f"SELECT * FROM {table.value}")
    return []
