import sqlite3


class Store:
    def titled(self, title: str) -> list:
        raise NotImplementedError

    def sorted_by(self, column: str) -> list:
        raise NotImplementedError


class LiteStore(Store):
    def __init__(self, connection: sqlite3.Connection):
        self._connection = connection

    def titled(self, title: str) -> list:
        return self._connection.execute("SELECT text FROM notes WHERE title = ?", (title,)).fetchall()

    def sorted_by(self, column: str) -> list:
        if column not in ("title", "created"):
            raise ValueError(column)
        return self._connection.execute(f"SELECT text FROM notes ORDER BY {column}").fetchall()


class _Schema:
    """Not a store: what it is asked for are the names of columns."""

    def __init__(self, connection: sqlite3.Connection):
        self._connection = connection

    def titled(self, title: str) -> list:
        return self._connection.execute(f"SELECT {title} FROM notes").fetchall()


def titles(connection: sqlite3.Connection) -> list:
    return _Schema(connection).titled("title")
