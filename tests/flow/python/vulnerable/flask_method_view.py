import sqlite3

from flask import Flask, request
from flask.views import MethodView

app = Flask(__name__)


class Items(MethodView):
    def get(self, item):
        conn = sqlite3.connect("items.db")
        return {"row": conn.execute("SELECT * FROM items WHERE sku = '" + item + "'").fetchone()}  # expect: sql-injection


app.add_url_rule("/items/<item>", view_func=Items.as_view("items"))
