import sqlite3

from reports import DAILY


def totals(since, until):
    connection = sqlite3.connect("totals.db")
    return connection.execute(f"SELECT * FROM t WHERE name = '{DAILY.table}' AND day > ?", (since,)).fetchall()
