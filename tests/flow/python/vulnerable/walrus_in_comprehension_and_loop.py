import sqlite3

from flask import Flask, request

app = Flask(__name__)


@app.route("/users")
def users():
    db = sqlite3.connect("app.db")
    if (name := request.args.get("name")) and len(name) > 2:
        db.execute(f"SELECT * FROM users WHERE name = '{name}'")  # expect: sql-injection
    clauses = [f"name = '{text}'" for raw in request.args.getlist("name") if (text := raw.strip())]
    db.execute("SELECT * FROM users WHERE " + " OR ".join(clauses))  # expect: sql-injection
    while chunk := request.stream.read(64):
        db.execute(f"INSERT INTO chunks VALUES ('{chunk.decode()}')")  # expect: sql-injection
    return ""
