import sqlite3

CREATE = "CREATE TABLE {} (id int);"
BY_ID = "SELECT * FROM users WHERE id = %d AND shard = %d"
BY_TABLE = "SELECT * FROM %s WHERE id = ?"


def create(db: sqlite3.Connection, table):
    db.execute(CREATE.format(table))


def by_id(db: sqlite3.Connection, user: int, shard: int):
    return db.execute(BY_ID % (user, shard)).fetchall()


def by_table(db: sqlite3.Connection, user):
    return db.execute(BY_TABLE % "users", (user,)).fetchall()
