import aiosqlite
from fastapi import FastAPI

app = FastAPI()


@app.get("/notes")
async def notes(owner: str):
    async with aiosqlite.connect("notes.db") as db:
        async with db.execute("SELECT * FROM notes WHERE owner = '" + owner + "'") as cursor:  # expect: sql-injection
            return await cursor.fetchall()
