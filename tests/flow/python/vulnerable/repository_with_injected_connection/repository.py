class UserRepository:
    def __init__(self, connection):
        self.connection = connection

    def search(self, term):
        cursor = self.connection.cursor()
        cursor.execute(f"SELECT id, name FROM users WHERE name ILIKE '%{term}%'")  # expect: sql-injection from main.py
        return cursor.fetchall()
