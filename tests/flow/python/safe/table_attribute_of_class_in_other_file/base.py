class Repository:
    table = "things"

    def __init__(self, connection):
        self.connection = connection

    def by_id(self, key):
        return self.connection.execute(f"SELECT * FROM {self.table} WHERE id = ?", (key,)).fetchone()
