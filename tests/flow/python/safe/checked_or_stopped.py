import os
import re
import sys

from flask import abort, request

NAME = re.compile(r"[a-z_]+")


def answer(cursor):
    column = request.args["order"]
    if not NAME.fullmatch(column):
        abort(400)
    cursor.execute(f"SELECT * FROM items ORDER BY {column}")


def load(cursor, name):
    if not NAME.fullmatch(name):
        sys.exit("no such region")
    cursor.execute(f"SELECT * FROM orders WHERE region = '{name}'")


def count(cursor, name):
    if not NAME.fullmatch(name):
        exit(2)
    cursor.execute(f"SELECT count(*) FROM orders WHERE region = '{name}'")


def work(cursor, name):
    if not NAME.fullmatch(name):
        os._exit(2)
    cursor.execute(f"DELETE FROM jobs WHERE name = '{name}'")


def by_year(cursor, year):
    if not year.isdigit():
        raise ValueError(year)
    cursor.execute(f"SELECT * FROM orders WHERE year = '{year}'")
