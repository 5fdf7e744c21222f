from flask import Flask

from . import articles
from .orders import order


def create_app():
    app = Flask(__name__)
    app.add_url_rule("/articles/<name>", view_func=articles.show)
    register(app)
    return app


def register(app):
    app.add_url_rule("/orders/<int:number>", view_func=order)
