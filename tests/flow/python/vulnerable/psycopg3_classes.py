from flask import request
from psycopg import AsyncConnection, AsyncCursor, Cursor, sql


async def find(shop: AsyncConnection, name):
    await shop.execute(f"SELECT * FROM items WHERE name = '{name}'")  # expect: sql-injection


async def rename(writer: AsyncCursor, before, after):
    await writer.execute(f"UPDATE items SET name = '{after}' WHERE name = '{before}'")  # expect: sql-injection


def each(reader: Cursor, name):
    for row in reader.stream(f"SELECT * FROM items WHERE name = '{name}'"):  # expect: sql-injection
        reader.execute(f"INSERT INTO archive (name) VALUES ('{row[0]}')")


def composed(reader: Cursor):
    reader.execute(sql.SQL(f"SELECT * FROM items ORDER BY {request.args['order']}"))  # expect: sql-injection
