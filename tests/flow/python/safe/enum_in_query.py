from enum import Enum


class Column(Enum):
    NAME = "name"
    AGE = "age"


def load(cursor, key):
    cursor.execute(f"SELECT {Column.NAME.value} FROM users WHERE id = %s", (key,))
