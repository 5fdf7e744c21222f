import asyncpg
from fastapi import FastAPI

app = FastAPI()


async def build(name: str) -> str:
    return f"SELECT * FROM people WHERE name = '{name}'"


@app.get("/people/{name}")
async def people(name: str):
    conn = await asyncpg.connect("postgresql:///people")
    return await conn.fetch(await build(name))  # expect: sql-injection
