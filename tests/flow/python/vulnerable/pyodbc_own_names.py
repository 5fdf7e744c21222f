import pyodbc

shop = pyodbc.connect("DSN=shop")


def rename(before, after):
    writer = shop.cursor()
    writer.execute(f"UPDATE items SET name = '{after}' WHERE name = '{before}'")  # expect: sql-injection


def add(items, kind):
    writer = shop.cursor()
    writer.executemany(f"INSERT INTO items (name, kind) VALUES (?, '{kind}')", items)  # expect: sql-injection


def archive():
    reader = shop.cursor()
    reader.execute("SELECT name FROM items")
    for (name,) in reader.fetchall():
        reader.execute(f"INSERT INTO archive (name) VALUES ('{name}')")


def count(name):
    return shop.execute(f"SELECT count(*) FROM items WHERE name = '{name}'")  # expect: sql-injection


def delete(cursor, name):
    cursor.execute(f"DELETE FROM items WHERE name = '{name}'")  # expect: sql-injection
