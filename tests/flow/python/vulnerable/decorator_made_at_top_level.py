import logging
import sqlite3
from functools import wraps

from flask import Flask, request

app = Flask(__name__)
log = logging.getLogger(__name__)


def logged(level):
    def decorator(function):
        @wraps(function)
        def wrapper(*args, **kwargs):
            log.log(level, "%s %s", function.__name__, request.path)
            return function(*args, **kwargs)

        return wrapper

    return decorator


quietly = logged(logging.DEBUG)


@app.route("/orders")
@quietly
def orders():
    customer = request.args["customer"]
    connection = sqlite3.connect("shop.db")
    return connection.execute(
        "SELECT * FROM orders WHERE customer = '" + customer + "'"  # expect: sql-injection
    ).fetchall()
