import sqlite3

from flask import Flask, request

app = Flask(__name__)
db = None
shop = 1
title = "main"
order = "name"


def connect(path):
    global db
    db = sqlite3.connect(path)


@app.route("/shop", methods=["POST"])
def choose():
    global shop, order
    shop = int(request.form["shop"])
    title = request.form["title"]
    order = "price" if request.form["cheap"] else "name"
    return {"title": title}


@app.route("/articles")
def articles():
    db.execute(f"SELECT * FROM articles WHERE title = '{title}'")
    return db.execute(f"SELECT * FROM articles WHERE shop = {shop} ORDER BY {order}").fetchall()
