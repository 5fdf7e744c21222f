import sqlite3

from flask import Flask
from flask_restful import Api, Resource

app = Flask(__name__)
api = Api(app)


class User(Resource):
    def get(self, user_id):
        conn = sqlite3.connect("users.db")
        return conn.execute(f"SELECT * FROM users WHERE id = {user_id}").fetchone()


api.add_resource(User, "/users/<int:user_id>", endpoint="user")
