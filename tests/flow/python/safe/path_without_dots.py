from flask import Flask, abort, request

app = Flask(__name__)


@app.route("/log")
def log():
    name = request.args["name"]
    if ".." in name or "/" in name:
        abort(400)
    with open(f"/var/log/app/{name}.log") as file:
        return file.read()


@app.route("/trace")
def trace():
    name = request.args["name"]
    if ".." not in name:
        with open(f"/var/log/app/{name}.trace") as file:
            return file.read()
    return "", 400


@app.route("/parts")
def parts():
    name = request.args["name"]
    if ".." in name.split("/") or name.startswith("/"):
        abort(400)
    with open(f"/var/log/app/{name}") as file:
        return file.read()


@app.route("/position")
def position():
    name = request.args["name"]
    if name.find("..") != -1:
        abort(400)
    with open(f"/var/log/app/{name}") as file:
        return file.read()
