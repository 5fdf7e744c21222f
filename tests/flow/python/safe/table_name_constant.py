TABLE = "users"
COLUMNS = ("id", "name")


def load(cursor, key):
    cursor.execute(f"SELECT {', '.join(COLUMNS)} FROM {TABLE} WHERE id = %s", (key,))
