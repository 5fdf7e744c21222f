import sqlite3

from flask import Flask, request

app = Flask(__name__)


@app.get("/tags")
def tags():
    wanted = [f"tag = '{tag}'" for tag in request.args.getlist("tag") if tag]
    return {"rows": sqlite3.connect("t.db").execute("SELECT * FROM t WHERE " + " OR ".join(wanted)).fetchall()}  # expect: sql-injection
