from flask import Flask, request

import app_data.people.queries as people_queries
import app_data.places

app = Flask(__name__)


@app.route("/people")
def people():
    return {"people": people_queries.by_town(request.args["town"])}


@app.route("/places")
def places():
    return {"places": app_data.places.by_code(request.args["code"])}
