import sqlite3

from tree import children


def load(path, depth):
    rows = sqlite3.connect("tree.db").execute(f"SELECT * FROM nodes WHERE path = '{path}'").fetchall()  # expect: sql-injection from web.py
    return [(row, children.load_below(row[0], path, depth - 1)) for row in rows]
