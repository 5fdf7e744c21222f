def has_table(cursor, table):
    cursor.execute(f"SELECT name FROM sqlite_master WHERE type = 'table' AND name = '{table}'")
    return cursor.fetchone() is not None


def columns(cursor, schema, table):
    cursor.execute(
        "SELECT column_name FROM information_schema.columns "
        "WHERE table_schema = '%s' AND table_name = '%s'" % (schema, table)
    )
    return cursor.fetchall()


def has_index(cursor, index):
    cursor.execute("SELECT 1 FROM pg_indexes WHERE indexname = '" + index + "'")
