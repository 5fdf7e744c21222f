import sqlite3
from contextlib import closing, contextmanager

from flask import Flask, request

app = Flask(__name__)


@contextmanager
def database():
    conn = sqlite3.connect("own.db")
    try:
        yield conn
    finally:
        conn.close()


@app.get("/people")
def people():
    with database() as conn, closing(conn.cursor()) as cursor:
        cursor.execute("SELECT * FROM people WHERE name = '%s'" % request.args["name"])  # expect: sql-injection
        return {"rows": cursor.fetchall()}
