import sqlite3

shop = sqlite3.connect("shop.db")


def find(name):
    reader = shop.cursor()
    reader.execute(f"SELECT * FROM items WHERE name = '{name}'")  # expect: sql-injection
    return reader.fetchall()


def add(items, kind):
    shop.executemany(f"INSERT INTO items (name, kind) VALUES (?, '{kind}')", items)  # expect: sql-injection
    shop.executescript(f"DELETE FROM archive WHERE kind = '{kind}'; VACUUM")  # expect: sql-injection


def archive():
    reader = shop.cursor()
    for (name,) in reader.execute("SELECT name FROM items").fetchall():
        reader.execute(f"INSERT INTO archive (name) VALUES ('{name}')")
