from databases import Database
from fastapi import FastAPI

app = FastAPI()
database = Database("sqlite:///app.db")


@app.get("/r")
async def r(city: str):
    return await database.fetch_all(query=f"SELECT * FROM r WHERE city = '{city}'")  # expect: sql-injection
