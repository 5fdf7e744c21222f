import sqlite3

from flask import Flask, request

app = Flask(__name__)


@app.get("/filters")
def filters():
    quoted = {name: f"'{value}'" for name, value in request.args.items()}
    sql = "SELECT * FROM t WHERE city = " + quoted["city"]
    return {"rows": sqlite3.connect("t.db").execute(sql).fetchall()}  # expect: sql-injection
