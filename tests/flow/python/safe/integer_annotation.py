import sqlite3

from fastapi import FastAPI

app = FastAPI()


@app.get("/items/{item}")
def item(item: int):
    return sqlite3.connect("i.db").execute(f"SELECT * FROM items WHERE id = {item}").fetchone()
