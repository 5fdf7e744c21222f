import pymysql
from flask import Flask, request

app = Flask(__name__)


def get_connection():
    return pymysql.connect(host="localhost", user="app", database="app")


@app.post("/comment")
def comment():
    body = request.json["body"]
    conn = get_connection()
    try:
        with conn.cursor() as cur:
            sql = f"INSERT INTO comment (body) VALUES ('{body}')"
            cur.execute(sql)  # expect: sql-injection
        conn.commit()
    finally:
        conn.close()
    return "", 201
