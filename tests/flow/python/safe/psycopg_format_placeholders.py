def find(cursor, name, limit):
    cursor.execute("SELECT * FROM users WHERE name = %s LIMIT %s", (name, limit))
    cursor.execute("SELECT * FROM users WHERE name = %(name)s", {"name": name})
