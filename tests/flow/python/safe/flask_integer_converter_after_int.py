from flask import Flask, request
import sqlite3

app = Flask(__name__)


@app.get("/p")
def p():
    page = request.args.get("page", 1, type=int)
    number = int(request.args["n"])
    db = sqlite3.connect("p.db")
    return {"r": db.execute("SELECT * FROM p LIMIT %d OFFSET %d" % (page, number)).fetchall()}
