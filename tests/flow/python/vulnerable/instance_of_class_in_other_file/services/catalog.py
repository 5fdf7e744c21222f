import sqlite3


class Catalog:
    def __init__(self):
        self._connection = sqlite3.connect("catalog.db", check_same_thread=False)

    def lookup(self, isbn):
        return self._connection.execute(f"SELECT * FROM books WHERE isbn = '{isbn}'").fetchone()  # expect: sql-injection from app.py


catalog = Catalog()
