def _purge(cursor, owner):
    cursor.execute(f"DELETE FROM sessions WHERE owner = '{owner}'")  # expect: sql-injection
