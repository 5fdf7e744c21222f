import psycopg
from fastapi import FastAPI

app = FastAPI()


@app.get("/items/{item}")
async def item(item: str):
    async with await psycopg.AsyncConnection.connect("dbname=shop") as conn:
        async with conn.cursor() as cur:
            await cur.execute("SELECT * FROM items WHERE sku = '" + item + "'")  # expect: sql-injection
            return await cur.fetchone()
