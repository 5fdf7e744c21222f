import sqlite3

import click


def purge_items(connection, owner):
    connection.execute(f"DELETE FROM items WHERE owner = '{owner}'")  # expect: sql-injection


@click.command()
def purge():
    purge_items(sqlite3.connect("items.db"), "nobody")
