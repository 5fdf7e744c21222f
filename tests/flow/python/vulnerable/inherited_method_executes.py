import sqlite3

from flask import Flask, request

app = Flask(__name__)


class Repository:
    def __init__(self):
        self.conn = sqlite3.connect("shop.db")

    def select(self, condition):
        return self.conn.execute("SELECT * FROM items WHERE " + condition).fetchall()  # expect: sql-injection


class Products(Repository):
    def named(self, name):
        return self.select(f"name = '{name}'")


@app.get("/products")
def products():
    return {"rows": Products().named(request.args["name"])}
