import sqlite3

from fastapi import FastAPI

app = FastAPI()


@app.get("/books")
def books(author: str | None = None, year: int | None = None):
    sql = "SELECT * FROM books WHERE 1=1"
    params = []
    if author:
        sql += f" AND author = '{author}'"
    if year:
        sql += " AND year = ?"
        params.append(year)
    return sqlite3.connect("b.db").execute(sql, params).fetchall()  # expect: sql-injection
