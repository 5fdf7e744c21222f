def load(cursor, ids):
    marks = ",".join("?" for _ in ids)
    cursor.execute(f"SELECT * FROM users WHERE id IN ({marks})", ids)
    cursor.execute("SELECT * FROM users WHERE id IN (%s)" % ", ".join(["%s"] * len(ids)), ids)
