import os

import psycopg2
from flask import Flask, request

app = Flask(__name__)


@app.route("/login", methods=["POST"])
def login():
    user = request.form.get("user", "")
    password = request.form.get("password", "")
    with psycopg2.connect(os.environ["DATABASE_URL"]) as conn:
        with conn.cursor() as cur:
            cur.execute(
                "SELECT id FROM users WHERE login = '" + user + "' AND pw = crypt('" + password + "', pw)"  # expect: sql-injection
            )
            return {"ok": cur.fetchone() is not None}
