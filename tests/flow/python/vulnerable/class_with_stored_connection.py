import sqlite3


class UserRepository:
    def __init__(self, path):
        self.conn = sqlite3.connect(path)
        self.cursor = self.conn.cursor()

    def find(self, email):
        self.cursor.execute(f"SELECT * FROM users WHERE email = '{email}'")  # expect: sql-injection
        return self.cursor.fetchone()
