from flask import request
from psycopg2 import sql
from psycopg2.extensions import connection


def find(shop: connection):
    column = sql.Identifier(request.args["order"])
    query = sql.SQL("SELECT * FROM items ORDER BY {}").format(column)
    with shop.cursor() as reader:
        reader.execute(query)
        reader.execute(f"EXPLAIN {query.as_string(shop)}")
        reader.execute(f"SELECT {column} FROM items")
        return reader.fetchall()
