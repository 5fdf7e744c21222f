import os
import sqlite3

import jwt
from flask import Flask, request

app = Flask(__name__)


@app.post("/invitations")
def invite():
    token = jwt.encode({"name": request.form["name"]}, os.environ["KEY"], algorithm="HS256")
    sqlite3.connect("i.db").execute(f"INSERT INTO invitations (token) VALUES ('{token}')")
    return {"token": token}
