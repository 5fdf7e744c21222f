import sqlite3

from flask import Flask, request

app = Flask(__name__)


@app.route("/users", methods=["POST"])
def users():
    db = sqlite3.connect("app.db")
    rows = request.json["rows"]
    values = ", ".join("(" + ", ".join("?" for cell in row) + ")" for row in rows)
    db.execute(f"INSERT INTO users VALUES {values}", [cell for row in rows for cell in row])
    ids = [int(cell) for row in rows for cell in row if cell]
    db.execute(f"SELECT * FROM users WHERE id IN ({','.join(str(i) for i in ids)})")
    first, *others = ["name = ?" for name in request.json["names"]]
    db.execute("SELECT * FROM users WHERE " + " OR ".join([first, *others, "active"]), request.json["names"])
    numbered = [f"name_{index} = ?" for index, _ in enumerate(request.json["names"])]
    db.execute("SELECT * FROM users WHERE " + " OR ".join(numbered), request.json["names"])
    merged = {**request.json, "table": "users"}
    db.execute(f"SELECT * FROM {merged['table']} WHERE name = ?", (merged["name"],))
    return ""
