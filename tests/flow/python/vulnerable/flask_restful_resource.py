import sqlite3

from flask import Flask
from flask_restful import Api, Resource

app = Flask(__name__)
api = Api(app)


class _User(Resource):
    def get(self, username):
        conn = sqlite3.connect("users.db")
        return conn.execute(f"SELECT * FROM users WHERE name = '{username}'").fetchone()  # expect: sql-injection


api.add_resource(_User, "/users/<string:username>")
