import psycopg2
from flask import Flask, request

from repository import UserRepository

app = Flask(__name__)
users = UserRepository(psycopg2.connect("dbname=app"))


@app.get("/users/search")
def search():
    return {"users": users.search(request.args["term"])}
