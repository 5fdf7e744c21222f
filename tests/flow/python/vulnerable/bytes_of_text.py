import sqlite3

from flask import Flask, request

app = Flask(__name__)
db = sqlite3.connect("shop.db")


@app.route("/articles")
def articles():
    name = bytes(request.args["name"], "utf-8").strip().decode("utf-8")
    db.execute(f"SELECT * FROM articles WHERE name = '{name}'")  # expect: sql-injection
