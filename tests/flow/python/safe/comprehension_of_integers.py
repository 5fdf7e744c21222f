import sqlite3

from flask import Flask, request

app = Flask(__name__)


@app.get("/ids")
def ids():
    wanted = {int(text) for text in request.args["ids"].split(",")}
    sql = f"SELECT * FROM t WHERE id IN ({', '.join(map(str, sorted(wanted)))})"
    return {"rows": sqlite3.connect("t.db").execute(sql).fetchall()}
