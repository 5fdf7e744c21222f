import sqlite3

from flask import Flask, request

from base import Repository

app = Flask(__name__)


class Users(Repository):
    table = "users"


@app.get("/user")
def user():
    return {"user": Users(sqlite3.connect("app.db")).by_id(request.args["id"])}
