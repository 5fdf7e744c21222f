from flask import Blueprint, jsonify, request

from ..storage import users_named

pages = Blueprint("pages", __name__)


@pages.route("/users")
def users():
    return jsonify(users_named(request.args["name"]))
