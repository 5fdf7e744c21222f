def load(cursor, table):
    table = "users"
    cursor.execute(f"SELECT * FROM {table}")
