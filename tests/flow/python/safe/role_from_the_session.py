from flask import Flask, session

app = Flask(__name__)


@app.get("/admin")
def admin():
    if session.get("role") != "admin":
        return "", 403
    return "ok"
