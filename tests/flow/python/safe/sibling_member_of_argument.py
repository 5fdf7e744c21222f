import sqlite3

from flask import Flask, request

app = Flask(__name__)


class Listing:
    def __init__(self, order, title):
        self.order = order
        self.title = title


def find(listing):
    connection = sqlite3.connect("shop.db")
    print("listing", listing.title)
    return connection.execute("SELECT * FROM articles ORDER BY " + listing.order).fetchall()


def count(options):
    connection = sqlite3.connect("shop.db")
    print("counting", options["title"])
    return connection.execute(f"SELECT count(*) FROM {options['table']}").fetchone()


@app.route("/articles")
def articles():
    title = request.args["title"]
    found = find(Listing("price", title))
    return {"found": found, "count": count({"table": "articles", "title": title})}
