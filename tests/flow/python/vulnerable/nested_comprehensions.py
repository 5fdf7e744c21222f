import sqlite3

from flask import Flask, request

app = Flask(__name__)


@app.route("/users", methods=["POST"])
def users():
    db = sqlite3.connect("app.db")
    rows = request.json["rows"]
    values = ", ".join("(" + ", ".join(f"'{cell}'" for cell in row) + ")" for row in rows)
    db.execute(f"INSERT INTO users VALUES {values}")  # expect: sql-injection
    cells = [cell.strip() for row in rows for cell in row if cell]
    db.execute(f"SELECT * FROM users WHERE name IN ({','.join(cells)})")  # expect: sql-injection
    table = {row["name"]: [f"{key} = '{value}'" for key, value in row.items()] for row in rows}
    for name, clauses in table.items():
        db.execute("SELECT * FROM users WHERE " + " AND ".join(clauses))  # expect: sql-injection
    first, *others = [f"name = '{name}'" for name in request.json["names"]]
    db.execute("SELECT * FROM users WHERE " + " OR ".join([first, *others, "active"]))  # expect: sql-injection
    numbered = [f"name_{index} = '{name}'" for index, name in enumerate(request.json["names"])]
    db.execute("SELECT * FROM users WHERE " + " OR ".join(numbered))  # expect: sql-injection
    merged = {**request.json, "table": "users"}
    db.execute("SELECT * FROM {table} WHERE name = '{name}'".format(**merged))  # expect: sql-injection
    return ""
