import sqlite3

from fastapi import FastAPI, Request

from parts import conditions

app = FastAPI()


@app.post("/users")
async def users(request: Request):
    db = sqlite3.connect("app.db")
    filters = await request.json()
    parts = [part async for part in conditions(filters)]
    db.execute("SELECT * FROM users WHERE " + " AND ".join(parts), list(filters.values()))
    return []
