import sqlite3

from flask import Flask, request

import statements
from statements import FIND_USER

app = Flask(__name__)


@app.post("/login")
def login():
    connection = sqlite3.connect("users.db")
    user = connection.execute(FIND_USER % request.form["login"]).fetchone()  # expect: sql-injection
    group = connection.execute(statements.FIND_GROUP.format(name=request.form["group"])).fetchone()  # expect: sql-injection
    return {"user": user, "group": group}
