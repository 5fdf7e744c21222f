import sqlite3

from flask import Flask, request

app = Flask(__name__)


@app.before_request
def audit():
    agent = request.headers.get("User-Agent")
    db = sqlite3.connect("audit.db")
    db.execute("INSERT INTO hits (agent) VALUES ('" + agent + "')")  # expect: sql-injection
