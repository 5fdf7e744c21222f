import functools
import time


def retried(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        for attempt in range(3):
            try:
                return function(*args, **kwargs)
            except OSError:
                time.sleep(attempt)
        return None

    return wrapper
