import sqlite3

from flask import Flask, request

app = Flask(__name__)


@app.post("/work")
def work():
    conn = sqlite3.connect("w.db")
    name = request.form["name"]
    try:
        conn.execute("INSERT INTO work VALUES (?)", (name,))
    finally:
        conn.execute("DELETE FROM locks WHERE name = '" + name + "'")  # expect: sql-injection
    return "", 204
