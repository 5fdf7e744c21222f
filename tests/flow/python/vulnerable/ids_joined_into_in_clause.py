import psycopg2
from flask import Flask, request

app = Flask(__name__)
conn = psycopg2.connect("dbname=app")


@app.post("/bulk")
def bulk():
    ids = request.get_json()["ids"]
    cur = conn.cursor()
    cur.execute("DELETE FROM jobs WHERE id IN (" + ",".join(ids) + ")")  # expect: sql-injection
    return "", 204
