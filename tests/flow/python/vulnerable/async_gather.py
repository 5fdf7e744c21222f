import asyncio

import asyncpg
from fastapi import FastAPI

app = FastAPI()


@app.get("/compare")
async def compare(left: str, right: str):
    pool = await asyncpg.create_pool("postgresql:///people")
    return await asyncio.gather(
        pool.fetch(f"SELECT * FROM people WHERE name = '{left}'"),  # expect: sql-injection
        pool.fetch("SELECT * FROM people WHERE name = $1", right),
    )
