def is_known(column):
    return column in ("name", "age")


def load(cursor, column):
    if not is_known(column):
        raise ValueError(column)
    cursor.execute("SELECT * FROM users ORDER BY " + column)
