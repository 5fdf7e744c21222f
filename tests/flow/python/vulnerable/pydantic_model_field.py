import sqlite3

from fastapi import FastAPI
from pydantic import BaseModel

app = FastAPI()


class Login(BaseModel):
    username: str
    password: str


@app.post("/login")
def login(body: Login):
    conn = sqlite3.connect("app.db")
    row = conn.execute(f"SELECT id FROM users WHERE name = '{body.username}'").fetchone()  # expect: sql-injection
    return {"ok": row is not None}
