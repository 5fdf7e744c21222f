import sqlite3

__all__ = ["sales_in"]


def _open():
    return sqlite3.connect("sales.db")


def sales_in(region):
    return _open().execute("SELECT * FROM sales WHERE region = '%s'" % region).fetchall()  # expect: sql-injection from app.py
