def page(cursor, limit, offset):
    cursor.execute(f"SELECT * FROM users LIMIT {int(limit)} OFFSET {int(offset)}")
