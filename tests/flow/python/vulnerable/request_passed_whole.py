import sqlite3

from flask import Flask, request

app = Flask(__name__)


def _name_of(req):
    return req.values.get("name")


class _Loader:
    def __init__(self):
        self.db = sqlite3.connect("shop.db")

    def load(self, incoming):
        return self.db.execute("SELECT * FROM items WHERE name = '" + incoming.args["name"] + "'").fetchall()  # expect: sql-injection

    def table(self, incoming):
        form = incoming.form
        return self.db.execute("SELECT * FROM " + form.get("table")).fetchall()  # expect: sql-injection

    def body(self, request):
        data = request.get_json()
        return self.db.execute("SELECT * FROM " + data["table"]).fetchall()  # expect: sql-injection


@app.get("/items")
def items():
    loader = _Loader()
    loader.load(request)
    loader.table(request)
    loader.body(request)
    return loader.db.execute("SELECT * FROM items WHERE name = '" + _name_of(request) + "'").fetchall()  # expect: sql-injection
