import sqlite3

from flask import Flask, request

app = Flask(__name__)


class Orders:
    FIND = "SELECT * FROM orders WHERE {column} = '{value}' LIMIT {0}"

    def __init__(self):
        self.connection = sqlite3.connect("shop.db")

    def find(self, value):
        query = self.FIND.format(10, column="customer", value=value)
        return self.connection.execute(query).fetchall()  # expect: sql-injection


@app.route("/orders")
def orders():
    return Orders().find(request.args["customer"])
