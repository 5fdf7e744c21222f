import sqlite3

from flask import Flask, request

app = Flask(__name__)
db = None
shop = "main"


def connect():
    global db
    db = sqlite3.connect("shop.db")


@app.route("/shop", methods=["POST"])
def choose():
    global shop
    shop = request.form["shop"]
    return "", 204


@app.route("/articles")
def articles():
    return db.execute(f"SELECT * FROM articles WHERE shop = '{shop}'").fetchall()  # expect: sql-injection
