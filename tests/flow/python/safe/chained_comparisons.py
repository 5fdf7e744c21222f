import sqlite3

from flask import Flask, request

app = Flask(__name__)


@app.route("/users")
def users():
    db = sqlite3.connect("app.db")
    column = request.args["column"]
    if "name" == column == column.lower():
        db.execute(f"SELECT * FROM users ORDER BY {column}")
    age = request.args["age"]
    if age.isdecimal() and 0 < int(age) < 150:
        db.execute(f"SELECT * FROM users WHERE age = {age}")
    return ""
