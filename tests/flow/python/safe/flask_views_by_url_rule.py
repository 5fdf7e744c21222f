import sqlite3

from flask import Flask
from flask.views import MethodView

app = Flask(__name__)


class Item(MethodView):
    def get(self, item_id):
        conn = sqlite3.connect("items.db")
        return {"row": conn.execute(f"SELECT * FROM items WHERE id = {item_id}").fetchone()}

    def delete(self, item_id):
        conn = sqlite3.connect("items.db")
        conn.execute("DELETE FROM items WHERE id = %d" % item_id)
        return ""


app.add_url_rule("/items/<int:item_id>", view_func=Item.as_view("item"))
