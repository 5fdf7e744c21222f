import functools
import sqlite3


def with_connection(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        conn = sqlite3.connect("own.db")
        try:
            return function(conn, *args, **kwargs)
        finally:
            conn.close()

    return wrapper


@with_connection
def by_name(conn, name):
    return conn.execute(f"SELECT * FROM people WHERE name = '{name}'").fetchall()  # expect: sql-injection
