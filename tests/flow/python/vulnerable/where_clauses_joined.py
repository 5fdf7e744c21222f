from flask import Flask, request
import sqlite3

app = Flask(__name__)


@app.get("/search")
def search():
    clauses = []
    for key, value in request.args.items():
        clauses.append(f"{key} = '{value}'")
    sql = "SELECT * FROM products WHERE " + " AND ".join(clauses)
    return {"rows": sqlite3.connect("p.db").execute(sql).fetchall()}  # expect: sql-injection
