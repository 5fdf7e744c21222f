import sqlite3

from flask import Flask, request

app = Flask(__name__)


def statements(names):
    for name in names:
        yield f"DELETE FROM cache WHERE name = '{name}'"


@app.post("/purge")
def purge():
    conn = sqlite3.connect("c.db")
    for statement in statements(request.form.getlist("name")):
        conn.execute(statement)  # expect: sql-injection
    return "", 204
