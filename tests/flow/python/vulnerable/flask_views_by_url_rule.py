import sqlite3

from flask import Flask
from flask.views import MethodView, View

app = Flask(__name__)


class _Items(MethodView):
    def __init__(self):
        self.conn = sqlite3.connect("items.db")

    def get(self, sku):
        return {"row": self.conn.execute("SELECT * FROM items WHERE sku = '" + sku + "'").fetchone()}  # expect: sql-injection

    def delete(self, sku):
        self.conn.execute(f"DELETE FROM items WHERE sku = '{sku}'")  # expect: sql-injection
        return ""


class _Show(View):
    methods = ["GET"]

    def dispatch_request(self, name):
        conn = sqlite3.connect("items.db")
        return {"row": conn.execute(f"SELECT * FROM items WHERE name = '{name}'").fetchone()}  # expect: sql-injection


app.add_url_rule("/items/<sku>", view_func=_Items.as_view("items"))
app.add_url_rule("/show/<name>", view_func=_Show.as_view("show"))
