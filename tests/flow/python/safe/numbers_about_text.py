import sqlite3

from flask import Flask, request

app = Flask(__name__)


@app.get("/people")
def people():
    sql = f"SELECT * FROM people WHERE length(name) = {len(request.args['name'])}"
    return {"rows": sqlite3.connect("p.db").execute(sql).fetchall()}
