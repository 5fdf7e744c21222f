import sqlite3

from flask import Flask, request

from model import Search

app = Flask(__name__)


@app.route("/users")
def users():
    db = sqlite3.connect("app.db")
    search = Search()
    search.order = request.args["order"]
    db.execute(search.text)  # expect: sql-injection
    db.execute(f"SELECT * FROM users ORDER BY {search.order}")  # expect: sql-injection
    return ""
