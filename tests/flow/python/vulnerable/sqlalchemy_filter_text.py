from flask import Flask, request
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import text

app = Flask(__name__)
db = SQLAlchemy(app)


class User(db.Model):
    id = db.Column(db.Integer, primary_key=True)


@app.get("/users")
def users():
    found = User.query.filter(text("name = '" + request.args["name"] + "'")).all()  # expect: sql-injection
    return {"count": len(found)}
