def find(db, name):
    reader = db.cursor()
    reader.execute(f"SELECT * FROM items WHERE name = '{name}'")  # expect: sql-injection
    return reader.fetchall()


def add(cursor, items, kind):
    cursor.executemany(f"INSERT INTO items (name, kind) VALUES (?, '{kind}')", items)  # expect: sql-injection


def clean(cursor, kind):
    cursor.executescript(f"DELETE FROM archive WHERE kind = '{kind}'; VACUUM")  # expect: sql-injection


def archive(cursor):
    cursor.execute("SELECT name FROM items")
    for (name,) in cursor.fetchall():
        cursor.execute(f"INSERT INTO archive (name) VALUES ('{name}')")
