import sqlite3

from fastapi import FastAPI, Request

from parts import conditions, first

app = FastAPI()


@app.post("/users")
async def users(request: Request):
    db = sqlite3.connect("app.db")
    filters = await request.json()
    async for part in conditions(filters):
        db.execute(f"SELECT * FROM users WHERE {part}")  # expect: sql-injection
    parts = [part async for part in conditions(filters)]
    db.execute("SELECT * FROM users WHERE " + " AND ".join(parts))  # expect: sql-injection
    db.execute("SELECT * FROM users WHERE " + " AND ".join(await first(filters)))  # expect: sql-injection
    return []
