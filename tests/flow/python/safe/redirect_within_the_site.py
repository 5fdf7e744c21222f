from urllib.parse import urlparse

from flask import Flask, redirect, request

app = Flask(__name__)


@app.get("/back")
def back():
    return redirect(request.referrer or "/")


@app.get("/slash")
def slash():
    return redirect(request.path + "/")


@app.get("/path")
def path():
    return redirect(urlparse(request.args["next"]).path)


@app.get("/login")
def login():
    target = request.args["next"]
    if not target.startswith("/") or target.startswith("//"):
        target = "/"
    return redirect(target)
