import sqlite3

from flask import Flask, request

app = Flask(__name__)


def method_of(req):
    return req.method


def page_of(request):
    return request.args.get("page", 1, type=int)


class _Loader:
    def __init__(self):
        self.db = sqlite3.connect("shop.db")

    def _load(self, incoming):
        self.db.execute(f"INSERT INTO log VALUES ('{incoming.method}')")
        return self.db.execute("SELECT * FROM items WHERE name = ?", (incoming.args["name"],)).fetchall()


@app.get("/items")
def items():
    loader = _Loader()
    loader.db.execute(f"INSERT INTO log VALUES ('{method_of(request)}')")
    loader.db.execute(f"SELECT * FROM items LIMIT 10 OFFSET {page_of(request) * 10}")
    return loader._load(request)
