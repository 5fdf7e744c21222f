import sqlite3


class Database:
    def __init__(self, path: str):
        self.path = path

    def _connect(self):
        return sqlite3.connect(self.path)

    def count(self, table: str, owner: str) -> int:
        with self._connect() as conn:
            row = conn.execute(f"SELECT COUNT(*) FROM {table} WHERE owner = '{owner}'").fetchone()  # expect: sql-injection
        return row[0]
