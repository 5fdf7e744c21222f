import sqlite3

from flask import Flask, request

from model import Search

app = Flask(__name__)


@app.route("/users")
def users():
    db = sqlite3.connect("app.db")
    search = Search(request.args["name"])
    search.order = request.args["order"]
    db.execute(search.text, search.parameters)
    return ""
