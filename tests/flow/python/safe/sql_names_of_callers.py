"""Names and clauses cannot be bound: who calls these answers for them."""

import sqlite3


def drop(db: sqlite3.Connection, table):
    db.execute(f"DROP TABLE IF EXISTS {table}")


def create(db: sqlite3.Connection, table, columns):
    db.execute(f"CREATE TABLE {table} ({', '.join(columns)})")


def count(db: sqlite3.Connection, table):
    return db.execute(f"SELECT count(*) FROM {table}").fetchone()


def columns(db: sqlite3.Connection, table):
    return db.execute(f"PRAGMA table_info('{table}')").fetchall()


def rows(db: sqlite3.Connection, table, key, order, value):
    return db.execute(f"SELECT * FROM {table} WHERE {key} = ? ORDER BY {order}", (value,)).fetchall()


def where(db: sqlite3.Connection, clause):
    return db.execute("SELECT * FROM users WHERE " + clause).fetchall()
