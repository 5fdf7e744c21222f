from flask import Flask, request

from reports import *

app = Flask(__name__)


@app.route("/sales")
def sales():
    return {"rows": sales_in(request.args["region"])}
