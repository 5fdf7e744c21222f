from flask import Flask
from flask_restful import Api

from resources import User


def create_app():
    app = Flask(__name__)
    api = Api(app)
    api.add_resource(User, "/users/<string:username>/<int:user_id>")
    return app
