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


class Number:
    def __init__(self, text):
        self.text = text

    def __enter__(self):
        return int(self.text)

    def __exit__(self, *exception):
        pass


@contextmanager
def table_of(name):
    yield "things"


@app.get("/entered")
def entered():
    with Session(sqlite3.connect("things.db")) as reader:
        reader.execute("SELECT * FROM things WHERE name = ?", (request.args["name"],))
    with Number(request.args["id"]) as number:
        sqlite3.connect("things.db").execute(f"DELETE FROM things WHERE id = {number}")
    with table_of(request.args["kind"]) as table:
        sqlite3.connect("things.db").execute(f"SELECT * FROM {table}")
    return "done"
