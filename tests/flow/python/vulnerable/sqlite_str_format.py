import sqlite3

from flask import Flask, request

app = Flask(__name__)


@app.get("/orders")
def orders():
    with sqlite3.connect("shop.db") as db:
        query = "SELECT * FROM orders WHERE status = '{}' AND total > {}".format(
            request.args["status"], request.args["total"]
        )
        return {"orders": db.execute(query).fetchall()}  # expect: sql-injection
