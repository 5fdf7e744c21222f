import sqlite3

from flask import Flask, request

from helpers import search


def search(name):
    return sqlite3.connect("app.db").execute("SELECT * FROM users WHERE name = ?", (name,)).fetchall()


app = Flask(__name__)


@app.get("/users")
def users():
    return {"users": search(request.args["name"])}
