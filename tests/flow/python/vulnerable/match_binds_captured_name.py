import sqlite3

from flask import Flask, request

app = Flask(__name__)


@app.post("/run")
def run():
    conn = sqlite3.connect("run.db")
    match request.get_json():
        case {"action": "delete", "name": name}:
            conn.execute(f"DELETE FROM jobs WHERE name = '{name}'")  # expect: sql-injection
        case ["drop", str(table), *_]:
            conn.execute(f"DROP TABLE {table}")  # expect: sql-injection
        case _:
            conn.execute("DELETE FROM jobs")
    return "", 204
