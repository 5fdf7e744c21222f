from flask import Flask, request

app = Flask(__name__)


@app.get("/panel")
def panel():
    if request.cookies.get("is_admin") == "true":  # expect: auth-bypass
        return "panel"
    return "", 403
