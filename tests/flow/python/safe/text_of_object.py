import sqlite3

from flask import Flask, request

app = Flask(__name__)
db = sqlite3.connect("shop.db")


class Filter:
    def __init__(self, column, value):
        self.column = column
        self.value = value

    def __str__(self):
        return f"{self.column} = '{self.value}'"


class Equals:
    def __init__(self, column, value):
        self.column = column
        self.value = value

    def __str__(self):
        return f"{self.column} = ?"


class Page:
    def __init__(self, number):
        self.number = number

    def __format__(self, spec):
        return f"LIMIT 20 OFFSET {int(self.number)}"


@app.route("/articles")
def articles():
    db.execute(f"SELECT * FROM articles WHERE {Filter('name', 'chair')}")
    where = Equals("name", request.args["name"])
    db.execute(f"SELECT * FROM articles WHERE {where}", (where.value,))
    db.execute("SELECT * FROM articles WHERE " + str(where), (where.value,))
    db.execute(f"SELECT * FROM articles {Page(request.args['page'])}")
