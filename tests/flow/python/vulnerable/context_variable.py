import sqlite3
from contextvars import ContextVar

from flask import Flask, request

app = Flask(__name__)
tenant: ContextVar[str] = ContextVar("tenant", default="public")


@app.before_request
def pick_tenant():
    tenant.set(request.headers.get("X-Tenant", "public"))


def current_tenant():
    return tenant.get()


@app.get("/orders")
def orders():
    db = sqlite3.connect("shop.db")
    return db.execute(f"SELECT * FROM {tenant.get()}.orders").fetchall()  # expect: sql-injection


@app.get("/items")
def items():
    db = sqlite3.connect("shop.db")
    return db.execute(f"SELECT * FROM {current_tenant()}.items").fetchall()  # expect: sql-injection
