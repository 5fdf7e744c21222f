import sqlite3

from flask import Flask, request

app = Flask(__name__)


class Database:
    def __enter__(self):
        self.conn = sqlite3.connect("own.db")
        return self.conn

    def __exit__(self, *error):
        self.conn.close()


@app.get("/people")
def people():
    with Database() as conn:
        return {"rows": conn.execute("SELECT * FROM people WHERE name = '" + request.args["name"] + "'").fetchall()}  # expect: sql-injection
