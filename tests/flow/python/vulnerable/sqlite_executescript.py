import sqlite3

from flask import Flask, request

app = Flask(__name__)


@app.post("/reset")
def reset():
    table = request.form["table"]
    conn = sqlite3.connect("app.db")
    conn.executescript(f"DELETE FROM {table}; VACUUM;")  # expect: sql-injection
    return "", 204
