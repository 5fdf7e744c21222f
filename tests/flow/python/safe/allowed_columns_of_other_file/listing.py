import sqlite3

from flask import Flask, abort, request

from columns import ORDERS, SORTABLE

app = Flask(__name__)


@app.get("/files")
def files():
    column = request.args["sort"]
    if column not in SORTABLE:
        abort(400)
    direction = ORDERS[request.args["direction"]]
    connection = sqlite3.connect("files.db")
    return {"files": connection.execute(f"SELECT * FROM files ORDER BY {column} {direction}").fetchall()}
