import sqlite3

BY_NAME = "SELECT * FROM users WHERE name = '%s'"
BY_BOTH = "SELECT * FROM users WHERE name = '%s' AND city = '%s'"
BY_ID = "SELECT * FROM users WHERE name = '{}'"


def by_name(db: sqlite3.Connection, name):
    return db.execute(BY_NAME % name).fetchall()  # expect: sql-injection


def by_both(db: sqlite3.Connection, name, city):
    return db.execute(BY_BOTH % (name, city)).fetchall()  # expect: sql-injection


def by_id(db: sqlite3.Connection, name):
    return db.execute(BY_ID.format(name)).fetchall()  # expect: sql-injection


def by_conditions(db: sqlite3.Connection, filters):
    where = " AND ".join(f"{key} = '{value}'" for key, value in filters.items())
    return db.execute(f"SELECT * FROM users WHERE {where}").fetchall()  # expect: sql-injection


def optional(db: sqlite3.Connection, name=None):
    where = ""
    if name:
        where = f"WHERE name = '{name}'"
    return db.execute(f"SELECT * FROM users {where} ORDER BY id").fetchall()  # expect: sql-injection
