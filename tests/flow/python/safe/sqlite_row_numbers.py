import sqlite3


def log(writer: sqlite3.Cursor):
    writer.execute(f"INSERT INTO log (item, changes) VALUES ({writer.lastrowid}, {writer.rowcount})")
