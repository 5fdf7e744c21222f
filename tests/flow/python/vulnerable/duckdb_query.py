import duckdb
from fastapi import FastAPI

app = FastAPI()


@app.get("/parquet")
def parquet(column: str):
    con = duckdb.connect()
    return con.execute(f"SELECT {column} FROM 'data.parquet'").fetchall()  # expect: sql-injection
