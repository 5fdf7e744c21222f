import sqlite3

from flask import Flask, request

app = Flask(__name__)


@app.get("/w")
def w():
    conn = sqlite3.connect("w.db")
    if name := request.args.get("name"):
        sql = "SELECT * FROM w WHERE name = '%s'" % name
    else:
        sql = "SELECT * FROM w"
    return {"rows": conn.execute(sql).fetchall()}  # expect: sql-injection
