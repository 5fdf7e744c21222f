import asyncpg
from fastapi import FastAPI, Request

app = FastAPI()


async def queries(request: Request):
    async for chunk in request.stream():
        yield f"INSERT INTO chunks VALUES ('{chunk.decode()}')"


@app.post("/chunks")
async def chunks(request: Request):
    conn = await asyncpg.connect("postgresql:///chunks")
    async for query in queries(request):
        await conn.execute(query)  # expect: sql-injection
    return {}
