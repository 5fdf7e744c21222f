import string


def find(cursor, values):
    query = string.Template("SELECT * FROM people WHERE name = '${name}'").safe_substitute(values)
    cursor.execute(query)  # expect: sql-injection
