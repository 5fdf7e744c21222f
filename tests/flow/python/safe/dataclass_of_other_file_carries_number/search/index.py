import sqlite3

from search.criteria import Criteria


def run(criteria: Criteria):
    connection = sqlite3.connect("index.db")
    sql = f"SELECT * FROM pages WHERE title = ? LIMIT {criteria.limit}"
    return connection.execute(sql, (criteria.term,)).fetchall()
