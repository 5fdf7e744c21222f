import sqlite3
from contextvars import ContextVar

from flask import Flask, request

app = Flask(__name__)
SCHEMAS = {"a": "schema_a", "b": "schema_b"}
schema = ContextVar("schema", default="public")
page = ContextVar("page", default=1)
agent = ContextVar("agent", default="")


@app.before_request
def read_request():
    schema.set(SCHEMAS.get(request.headers.get("X-Tenant"), "public"))
    page.set(int(request.args.get("page", 1)))
    agent.set(request.headers.get("User-Agent", ""))


@app.get("/orders")
def orders():
    db = sqlite3.connect("shop.db")
    db.execute("INSERT INTO seen VALUES (?)", (agent.get(),))
    return db.execute(f"SELECT * FROM {schema.get()}.orders LIMIT 10 OFFSET {page.get() * 10}").fetchall()
