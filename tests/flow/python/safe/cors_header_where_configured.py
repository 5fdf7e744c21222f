from flask import request
from flask_cors import CORS


def allow(response, config):
    origin = request.headers.get("Origin")
    if config.allow_any_origin:
        response.headers["Access-Control-Allow-Origin"] = "*"
        return
    if origin and is_allowed_origin(origin):
        response.headers["Access-Control-Allow-Origin"] = origin


def refuse_others(response):
    origin = request.headers.get("Origin")
    if not trusted_origins.matches_origin(origin):
        return response
    response.headers["Access-Control-Allow-Origin"] = origin
    return response


def init(app, allowed_origins):
    if "*" in allowed_origins:
        CORS(app, resources={r"/*": {"origins": "*"}}, supports_credentials=False)
    else:
        CORS(app, resources={r"/*": {"origins": allowed_origins}})
