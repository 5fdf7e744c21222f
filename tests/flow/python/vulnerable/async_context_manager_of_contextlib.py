import contextlib
from contextlib import asynccontextmanager, contextmanager

import aiosqlite
import sqlite3
from fastapi import FastAPI

app = FastAPI()


@asynccontextmanager
async def connection():
    db = await aiosqlite.connect("app.db")
    try:
        yield db
    finally:
        await db.close()


@contextlib.contextmanager
def table_for(name):
    yield f"users_{name}"


@contextmanager
def two(name):
    yield sqlite3.connect("app.db"), f"name = '{name}'"


@app.get("/users")
async def users(name: str):
    async with connection() as db:
        await db.execute(f"SELECT * FROM users WHERE name = '{name}'")  # expect: sql-injection
        with table_for(name) as table:
            await db.execute(f"SELECT * FROM {table}")  # expect: sql-injection
    with two(name) as (db, clause):
        db.execute(f"SELECT * FROM users WHERE {clause}")  # expect: sql-injection
    return []
