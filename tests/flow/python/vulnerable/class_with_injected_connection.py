class OrderStore:
    def __init__(self, connection):
        self._connection = connection

    def by_state(self, state: str):
        with self._connection.cursor() as cur:
            cur.execute("SELECT * FROM orders WHERE state = '%s'" % state)  # expect: sql-injection
            return cur.fetchall()
