def load(cursor, name=None):
    cursor.execute("SELECT * FROM people" + (f" WHERE name = '{name}'" if name else ""))  # expect: sql-injection
    return cursor.fetchall()
