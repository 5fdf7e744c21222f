import io


def find(cursor, name):
    text = io.StringIO(f"SELECT * FROM people WHERE name = '{name}'")
    cursor.execute(text.getvalue())  # expect: sql-injection
