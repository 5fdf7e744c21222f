import sqlite3

from store import Store


class FakeStore(Store):
    def __init__(self):
        self._connection = sqlite3.connect(":memory:")

    def titled(self, title: str) -> list:
        return self._connection.execute(f"SELECT * FROM fixtures WHERE title = '{title}'").fetchall()


def test_titled():
    assert FakeStore().titled("a") == []
