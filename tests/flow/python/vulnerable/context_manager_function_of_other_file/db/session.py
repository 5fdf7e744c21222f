from contextlib import contextmanager

import psycopg2


@contextmanager
def database_reader():
    connection = psycopg2.connect("dbname=metrics")
    reader = connection.cursor()
    try:
        yield reader
    finally:
        connection.close()
