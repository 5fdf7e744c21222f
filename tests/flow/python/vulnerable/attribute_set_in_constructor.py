class Search:
    def __init__(self, conn, term):
        self.conn = conn
        self.term = term

    def run(self):
        cursor = self.conn.cursor()
        cursor.execute(f"SELECT id FROM pages WHERE title LIKE '%{self.term}%'")  # expect: sql-injection
        return cursor.fetchall()
