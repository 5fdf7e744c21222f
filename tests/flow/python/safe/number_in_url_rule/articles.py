import sqlite3


def show(number):
    connection = sqlite3.connect("blog.db")
    return {"article": connection.execute(f"SELECT title FROM articles WHERE id = {number}").fetchone()}
