import sqlite3


class Repository:
    table = "unknown"

    def __init__(self, path):
        self.connection = sqlite3.connect(path)

    def where(self, condition):
        return self.connection.execute(f"SELECT * FROM {self.table} WHERE {condition}").fetchall()  # expect: sql-injection from handlers.py
