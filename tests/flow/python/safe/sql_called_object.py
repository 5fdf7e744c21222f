import sqlite3

from flask import Flask, request

app = Flask(__name__)


class Column:
    def __init__(self, known):
        self.known = known

    def __call__(self, name):
        return name if name in ("title", "author") else "title"


class Runner:
    def __init__(self, conn):
        self.conn = conn

    def __call__(self, query, values):
        return self.conn.execute(query, values)


@app.get("/books")
def books():
    column = Column({"title"})
    run = Runner(sqlite3.connect("books.db"))
    query = f"SELECT * FROM books WHERE title = ? ORDER BY {column(request.args['by'])}"
    return run(query, (request.args["title"],)).fetchall()
