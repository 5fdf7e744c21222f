import re


def load(cursor, table):
    if not re.fullmatch(r"[a-z_]+", table):
        raise ValueError(table)
    cursor.execute(f"SELECT * FROM {table}")
