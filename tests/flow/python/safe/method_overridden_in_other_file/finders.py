from base import Finder


class SafeFinder(Finder):
    def find(self, name):
        return self.connection.execute("SELECT * FROM users WHERE name = ?", (name,)).fetchall()
