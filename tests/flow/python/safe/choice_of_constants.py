def listing(cursor, descending):
    direction = "DESC" if descending else "ASC"
    cursor.execute(f"SELECT * FROM users ORDER BY name {direction}")
