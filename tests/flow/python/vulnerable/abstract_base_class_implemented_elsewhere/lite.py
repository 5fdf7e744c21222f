import sqlite3

from store import Store, Tags


class LiteStore(Store):
    def __init__(self, connection: sqlite3.Connection):
        self.connection = connection

    def titled(self, title: str) -> list:
        rows = self.connection.execute(f"SELECT text FROM notes WHERE title = '{title}'")  # expect: sql-injection from views.py
        return [row[0] for row in rows]


class LiteTags(Tags):
    def __init__(self, connection: sqlite3.Connection):
        self.connection = connection

    def rename(self, old: str, new: str) -> None:
        self.connection.execute("UPDATE tags SET name = '" + new + "' WHERE name = ?", (old,))  # expect: sql-injection from views.py
