def find(cursor, name):
    cursor.execute("SELECT * FROM people WHERE name = '%(name)s' LIMIT %(limit)d" % {"name": name, "limit": 3})  # expect: sql-injection
