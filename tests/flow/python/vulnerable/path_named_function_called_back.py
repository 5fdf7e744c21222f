import os

from flask import Flask, request

app = Flask(__name__)


def for_each(names, handle):
    for name in names:
        handle(name)


def remove(name):
    os.remove("/srv/uploads/" + name)  # expect: path-traversal


@app.post("/remove")
def remove_all():
    for_each(request.json["names"], remove)
    return ""
