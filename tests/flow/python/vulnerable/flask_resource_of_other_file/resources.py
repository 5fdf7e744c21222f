import sqlite3

from flask_restful import Resource


class _Base(Resource):
    def __init__(self):
        self.conn = sqlite3.connect("users.db")


class User(_Base):
    def get(self, username, user_id):
        self.conn.execute(f"UPDATE users SET seen = 1 WHERE id = {user_id}")
        return self.conn.execute(f"SELECT * FROM users WHERE name = '{username}'").fetchone()  # expect: sql-injection
