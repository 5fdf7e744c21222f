import asyncpg
from fastapi import FastAPI

app = FastAPI()


@app.get("/tags")
async def tags(prefix: str):
    conn = await asyncpg.connect("postgresql://localhost/blog")
    rows = await conn.fetch(f"SELECT name FROM tags WHERE name LIKE '{prefix}%'")  # expect: sql-injection
    await conn.close()
    return rows
