import sqlite3


def update(conn: sqlite3.Connection, table, value, key):
    conn.execute(f"UPDATE {table} SET v = ? WHERE k = '{key}'", (value,))  # expect: sql-injection
