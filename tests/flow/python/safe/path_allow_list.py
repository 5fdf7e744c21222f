from flask import Flask, abort, request

app = Flask(__name__)
PAGES = {"about", "terms", "contact"}
FILES = {"manual": "manual.pdf", "prices": "prices.pdf"}


@app.route("/page")
def page():
    name = request.args["name"]
    if name not in PAGES:
        abort(404)
    with open(f"pages/{name}.html") as file:
        return file.read()


@app.route("/file")
def file():
    name = FILES[request.args["name"]]
    with open(f"files/{name}", "rb") as file:
        return file.read()
