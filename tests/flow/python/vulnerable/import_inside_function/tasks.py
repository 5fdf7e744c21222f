import sqlite3


def archive(label):
    connection = sqlite3.connect("tasks.db")
    connection.executescript(f"DELETE FROM tasks WHERE label = '{label}';")  # expect: sql-injection from app.py
