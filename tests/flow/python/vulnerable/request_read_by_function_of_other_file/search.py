import sqlite3

from flask import Flask

from params import search_term

app = Flask(__name__)


@app.route("/search")
def search():
    term = search_term()
    with sqlite3.connect("search.db") as connection:
        return {"hits": connection.execute(f"SELECT * FROM docs WHERE body LIKE '%{term}%'").fetchall()}  # expect: sql-injection from params.py
