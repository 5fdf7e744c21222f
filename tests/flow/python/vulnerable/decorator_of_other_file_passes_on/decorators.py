import functools
import sqlite3


def with_db(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        db = sqlite3.connect("app.db")
        try:
            return function(db, *args, **kwargs)
        finally:
            db.close()

    return wrapper


def logged(level):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            print(level, function.__name__)
            return function(*args, **kwargs)

        return wrapper

    return decorate


def timed(function):
    @functools.wraps(function)
    def wrapper(db, *args, **kwargs):
        print(function.__name__, db)
        return function(db, *args, **kwargs)

    return wrapper
