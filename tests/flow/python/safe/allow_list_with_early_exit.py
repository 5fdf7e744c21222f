ALLOWED = {"name", "created"}


def listing(cursor, column):
    if column not in ALLOWED:
        raise ValueError(column)
    cursor.execute("SELECT * FROM users ORDER BY " + column)
