import io


def find(cursor, names):
    text = io.StringIO()
    text.write("SELECT * FROM people WHERE name IN (")
    for _ in names:
        text.write("?,")
    text.write("'')")
    cursor.execute(text.getvalue(), names)
