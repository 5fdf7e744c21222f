from flask import Flask, request

app = Flask(__name__)


@app.get("/")
def index():
    if request.headers.get("X-Requested-With") == "XMLHttpRequest":
        return "json"
    if request.headers.get("Accept") == "text/html":
        return "html"
    return request.headers.get("X-Request-Id", "")
