import sqlite3
from contextlib import contextmanager

from flask import Flask, request

app = Flask(__name__)


class Session:
    def __init__(self, conn):
        self.conn = conn

    def __enter__(self):
        return self.conn.cursor()

    def __exit__(self, *exception):
        self.conn.close()


class Text:
    def __init__(self, text):
        self.text = text

    def __enter__(self):
        return self.text

    def __exit__(self, *exception):
        pass


class Store:
    def __init__(self, path):
        self.conn = sqlite3.connect(path)

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.conn.close()

    def find(self, name):
        return self.conn.execute(f"SELECT * FROM things WHERE name = '{name}'")  # expect: sql-injection


@contextmanager
def borrowed(thing):
    yield thing


@app.get("/entered")
def entered():
    with Session(sqlite3.connect("things.db")) as reader:
        reader.execute(f"SELECT * FROM things WHERE name = '{request.args['name']}'")  # expect: sql-injection
    with Store("things.db") as store:
        store.find(request.args["name"])
    with Text(request.args["query"]) as query:
        sqlite3.connect("things.db").execute(query)  # expect: sql-injection
    with borrowed(sqlite3.connect("things.db")) as shared:
        shared.execute(f"DELETE FROM things WHERE name = '{request.args['name']}'")  # expect: sql-injection
    return "done"
