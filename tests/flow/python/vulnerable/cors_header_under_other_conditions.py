from flask import request

ALLOWED_ORIGINS = ["https://app.example.com"]


def is_valid_origin(origin):
    return True


def allow(response, allowed_origins):
    origin = request.headers.get("Origin")
    if origin:
        response.headers["Access-Control-Allow-Origin"] = origin  # expect: permissive-headers
    if allowed_origins:
        response.headers["Access-Control-Allow-Origin"] = "*"  # expect: permissive-headers
    if is_valid_origin(origin):
        response.headers["Access-Control-Allow-Origin"] = origin  # expect: permissive-headers
    if request.method == "OPTIONS":
        response.headers["Access-Control-Allow-Origin"] = "*"  # expect: permissive-headers
    if origin not in ALLOWED_ORIGINS:
        response.headers["Access-Control-Allow-Origin"] = "*"  # expect: permissive-headers
