import io


def find(cursor, names):
    text = io.StringIO()
    text.write("SELECT * FROM people WHERE name IN (")
    for name in names:
        text.write(f"'{name}',")
    text.write("'')")
    cursor.execute(text.getvalue())  # expect: sql-injection
