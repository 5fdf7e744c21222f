import sqlite3


class Finder:
    connection = sqlite3.connect("app.db")

    def find(self, text):
        return self.connection.execute(text).fetchall()
