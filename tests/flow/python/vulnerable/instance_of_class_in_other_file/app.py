from flask import Flask, request

from services import catalog

app = Flask(__name__)


@app.get("/books")
def books():
    return {"book": catalog.lookup(request.args["isbn"])}
