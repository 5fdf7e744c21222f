def find(cursor, name):
    values = {"name": name, "table": "people"}
    cursor.execute("SELECT * FROM {table} WHERE name = '{name}'".format(**values))  # expect: sql-injection
