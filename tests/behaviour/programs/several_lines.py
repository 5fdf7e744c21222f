# benign: ["alice", 20]
# injection: ["x' OR 1=1 OR name='", 20]
import sqlite3


def run(conn: sqlite3.Connection, name, age):
    cursor = conn.cursor()
    cursor.execute(
        f"""
        SELECT id, name
        FROM users
        WHERE name = '{name}'  -- by name
          AND age > {age}
        """
    )
    return cursor.fetchall()
