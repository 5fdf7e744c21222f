import psycopg2

from shop.settings import DATABASE_URL


def orders_in_state(state):
    with psycopg2.connect(DATABASE_URL) as connection:
        cursor = connection.cursor()
        cursor.execute("SELECT * FROM orders WHERE state = '" + state + "'")  # expect: sql-injection from src/shop/api.py
        return cursor.fetchall()
