class Order:
    def __init__(self, number):
        self.number = number

    @property
    def query(self):
        return f"SELECT * FROM orders WHERE number = '{self.number}'"


def load(cursor, number: str):
    order = Order(number)
    cursor.execute(order.query)  # expect: sql-injection
    return cursor.fetchone()
