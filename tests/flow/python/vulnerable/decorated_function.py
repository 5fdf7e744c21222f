import functools

from .db import get_cursor


def with_cursor(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        with get_cursor() as cursor:
            return function(cursor, *args, **kwargs)

    return wrapper


@with_cursor
def find_invoice(cursor, number):
    cursor.execute("SELECT * FROM invoice WHERE number = '" + number + "'")  # expect: sql-injection
    return cursor.fetchone()
