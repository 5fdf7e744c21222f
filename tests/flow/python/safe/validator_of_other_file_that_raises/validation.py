import re

from werkzeug.exceptions import BadRequest


def identifier(name):
    if not re.fullmatch(r"[a-z_]+", name):
        raise BadRequest("no such column")
    return name
