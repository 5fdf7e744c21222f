import sqlite3

import click


@click.group()
def cli():
    pass


@cli.command()
@click.argument("path")
@click.option("--owner", default="nobody")
def purge(path, owner):
    connection = sqlite3.connect(path)
    connection.execute(f"DELETE FROM items WHERE owner = '{owner}'")
