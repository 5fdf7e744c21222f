from flask import request


def page():
    return int(request.args.get("page", "1"))


def as_number(text):
    return int(text)
