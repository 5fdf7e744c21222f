import sqlite3

from flask import Flask, request

from params import as_number, page

app = Flask(__name__)


@app.get("/files")
def files():
    limit = as_number(request.args["limit"])
    connection = sqlite3.connect("files.db")
    return {"files": connection.execute(f"SELECT * FROM files LIMIT {limit} OFFSET {page() * limit}").fetchall()}
