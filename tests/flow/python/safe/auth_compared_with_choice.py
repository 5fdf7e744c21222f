from flask import Flask, request

app = Flask(__name__)


class _Restriction:
    NONE = "none"
    PASSWORD = "password"


@app.post("/restrict")
def restrict():
    kind = request.form["type"]
    if kind == _Restriction.PASSWORD:
        return "needs a password"
    return "open"
