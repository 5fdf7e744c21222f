import psycopg2
from flask import Flask, request

import settings
from settings import TABLE

app = Flask(__name__)


@app.get("/users")
def users():
    cursor = psycopg2.connect("dbname=app").cursor()
    cursor.execute(f"SELECT * FROM {TABLE} WHERE id = %s", (request.args["id"],))
    cursor.execute("SELECT count(*) FROM " + settings.TABLE)
    return {"users": cursor.fetchall()}
