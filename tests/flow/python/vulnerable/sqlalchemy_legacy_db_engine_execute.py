from flask import Flask, request
from flask_sqlalchemy import SQLAlchemy

app = Flask(__name__)
db = SQLAlchemy(app)


@app.get("/user/<username>")
def user(username):
    result = db.engine.execute("SELECT * FROM user WHERE username = '%s'" % username)  # expect: sql-injection
    return {"user": [dict(row) for row in result]}
