import sqlite3

from flask import Flask, request

app = Flask(__name__)


def ordered(options):
    return "SELECT * FROM articles ORDER BY " + options["order"]


def find(options):
    connection = sqlite3.connect("shop.db")
    return connection.execute(ordered(options)).fetchall()  # expect: sql-injection


@app.route("/articles")
def articles():
    return find({"title": "all", "order": request.args["order"]})
