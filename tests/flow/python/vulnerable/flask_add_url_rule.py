import sqlite3

from flask import Flask

app = Flask(__name__)


def sorted_by(column):
    connection = sqlite3.connect("blog.db")
    return {"articles": connection.execute("SELECT title FROM articles ORDER BY " + column).fetchall()}  # expect: sql-injection


app.add_url_rule("/articles/by/<column>", view_func=sorted_by)
