import re

from flask import Flask, request

app = Flask(__name__)
NAME = re.compile(r"[a-z_]+")


@app.get("/rows")
def rows(cursor):
    table = request.args["table"]
    match = NAME.fullmatch(table)
    print(match)
    cursor.execute(f"SELECT id FROM {table}")  # expect: sql-injection


@app.get("/others")
def others(cursor):
    table = request.args["table"]
    match = NAME.fullmatch(table)
    if match:
        return
    cursor.execute(f"SELECT id FROM {table}")  # expect: sql-injection
