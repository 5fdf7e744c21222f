import psycopg2
from flask import Flask, request

from identifiers import select_from

app = Flask(__name__)


@app.get("/browse")
def browse():
    cursor = psycopg2.connect("dbname=app").cursor()
    cursor.execute(select_from(request.args["table"]))
    return {"rows": cursor.fetchall()}
