import sqlite3

from flask import Flask, request

from named import Mixin, Named

app = Flask(__name__)


class Users(Mixin, Named):
    def __init__(self, name):
        super().__init__(sqlite3.connect("app.db"), name, table="users")

    def find(self):
        return self.db.execute(f"SELECT * FROM {self.table} WHERE name = ?", (self.name,))

    def sorted(self):
        return self.db.execute("SELECT * FROM users" + self.ordered())


@app.route("/users")
def users():
    found = Users(request.args["name"])
    found.find()
    found.sorted()
    return ""
