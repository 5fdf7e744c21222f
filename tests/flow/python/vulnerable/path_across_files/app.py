from flask import Flask, request

from storage import Storage

app = Flask(__name__)
storage = Storage("/srv/documents")


@app.route("/document")
def document():
    return storage.load(request.args["name"])
