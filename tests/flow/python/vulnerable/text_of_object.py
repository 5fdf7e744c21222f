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


class Order:
    def __init__(self, column):
        self.column = column

    def __format__(self, spec):
        return "ORDER BY " + self.column


class Column:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f'"{self.name}"'


@app.route("/articles")
def articles():
    where = Filter("name", request.args["name"])
    db.execute(f"SELECT * FROM articles WHERE {where}")  # expect: sql-injection
    db.execute("SELECT * FROM articles WHERE " + str(where))  # expect: sql-injection
    db.execute("SELECT * FROM articles WHERE %s" % where)  # expect: sql-injection
    db.execute("SELECT * FROM articles WHERE {}".format(where))  # expect: sql-injection
    db.execute(f"SELECT * FROM articles {Order(request.args['order'])}")  # expect: sql-injection
    db.execute(f"SELECT {Column(request.args['column'])!r} FROM articles")  # expect: sql-injection
