import sqlite3

from search.criteria import Criteria


def run(criteria: Criteria):
    connection = sqlite3.connect("index.db")
    return connection.execute(f"SELECT * FROM pages WHERE title = '{criteria.term}' LIMIT 20").fetchall()  # expect: sql-injection from search/views.py
