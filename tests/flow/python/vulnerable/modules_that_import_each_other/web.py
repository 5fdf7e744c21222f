from flask import Flask, request

from tree.children import load_below

app = Flask(__name__)


@app.route("/tree")
def tree():
    return {"nodes": load_below("root", request.args["path"], 3)}
