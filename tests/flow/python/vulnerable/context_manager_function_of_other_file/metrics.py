from flask import Flask, request

from db import database_reader

app = Flask(__name__)


@app.get("/metrics")
def metrics():
    with database_reader() as reader:
        reader.execute("SELECT * FROM metrics WHERE host = '" + request.args["host"] + "'")  # expect: sql-injection
        return {"metrics": reader.fetchall()}
