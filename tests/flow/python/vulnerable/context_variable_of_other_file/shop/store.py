import sqlite3

from . import context
from .context import get_tenant, user_id_var


def orders():
    db = sqlite3.connect("shop.db")
    return db.execute(f"SELECT * FROM {get_tenant()}.orders").fetchall()  # expect: sql-injection from shop/middleware.py


def items():
    db = sqlite3.connect("shop.db")
    return db.execute("SELECT * FROM %s.items" % context.tenant_var.get()).fetchall()  # expect: sql-injection from shop/middleware.py


def mine():
    db = sqlite3.connect("shop.db")
    return db.execute(f"SELECT * FROM orders WHERE user_id = {user_id_var.get()}").fetchall()
