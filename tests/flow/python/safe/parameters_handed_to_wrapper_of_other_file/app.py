from flask import Flask, request

from db import query

app = Flask(__name__)


@app.get("/rooms")
def rooms():
    return {"rooms": query("SELECT * FROM rooms WHERE floor = ?", (request.args["floor"],))}
