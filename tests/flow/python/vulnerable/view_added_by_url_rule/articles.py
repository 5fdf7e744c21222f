import sqlite3


def sorted_by(column):
    connection = sqlite3.connect("blog.db")
    return {"articles": connection.execute("SELECT title FROM articles ORDER BY " + column).fetchall()}  # expect: sql-injection
