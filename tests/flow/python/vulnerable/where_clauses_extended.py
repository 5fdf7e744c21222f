from flask import request


def find(cursor):
    where = []
    where.insert(0, f"name = '{request.args['name']}'")
    cursor.execute("SELECT * FROM items WHERE " + " AND ".join(where))  # expect: sql-injection


def search(cursor):
    where = []
    where.extend([f"city = '{request.args['city']}'"])
    cursor.execute("SELECT * FROM items WHERE " + " AND ".join(where))  # expect: sql-injection
