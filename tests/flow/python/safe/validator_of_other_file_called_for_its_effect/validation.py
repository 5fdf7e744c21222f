import re


def require_identifier(name):
    if not re.fullmatch(r"[a-z_]+", name):
        raise ValueError("no such column")
