import sqlite3

from flask import Flask, request

app = Flask(__name__)


class Search:
    def __init__(self, column):
        self.column = column

    def __call__(self, text):
        return f"SELECT * FROM books WHERE {self.column} = '{text}'"


class Runner:
    def __init__(self, conn):
        self.conn = conn

    def __call__(self, query):
        return self.conn.execute(query)


@app.get("/books")
def books():
    by_title = Search("title")
    return sqlite3.connect("books.db").execute(by_title(request.args["title"])).fetchall()  # expect: sql-injection


@app.get("/authors")
def authors():
    run = Runner(sqlite3.connect("books.db"))
    return run("SELECT * FROM authors WHERE name = '" + request.args["name"] + "'").fetchall()  # expect: sql-injection
