import psycopg2.pool
from flask import request
from psycopg2 import sql
from psycopg2.extensions import cursor
from psycopg2.extras import DictCursor, execute_values

pool = psycopg2.pool.ThreadedConnectionPool(1, 8, "dbname=shop")


def find(name):
    session = pool.getconn()
    with session.cursor() as reader:
        reader.execute(f"SELECT * FROM items WHERE name = '{name}'")  # expect: sql-injection


def add(writer: DictCursor, items, kind):
    execute_values(writer, f"INSERT INTO items (name, kind) VALUES %s -- '{kind}'", items)  # expect: sql-injection
    writer.execute(f"DELETE FROM archive WHERE kind = '{kind}'")  # expect: sql-injection


def rendered(writer: cursor, name):
    return writer.mogrify(f"INSERT INTO items (name) VALUES ('{name}')")  # expect: sql-injection


def composed(writer: cursor):
    writer.execute(sql.SQL(f"SELECT * FROM items ORDER BY {request.args['order']}"))  # expect: sql-injection
