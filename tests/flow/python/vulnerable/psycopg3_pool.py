from fastapi import FastAPI
from psycopg_pool import AsyncConnectionPool

app = FastAPI()
pool = AsyncConnectionPool("dbname=shop", open=False)


@app.get("/search")
async def search(q: str):
    async with pool.connection() as conn:
        cursor = await conn.execute(f"SELECT * FROM docs WHERE body ILIKE '%{q}%'")  # expect: sql-injection
        return await cursor.fetchall()
