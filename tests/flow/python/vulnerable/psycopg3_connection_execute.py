import psycopg
from fastapi import FastAPI

app = FastAPI()


@app.get("/items")
def items(name: str):
    with psycopg.connect("dbname=shop") as conn:
        return conn.execute(f"SELECT * FROM items WHERE name = '{name}'").fetchall()  # expect: sql-injection
