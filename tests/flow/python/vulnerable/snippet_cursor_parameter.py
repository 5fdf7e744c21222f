def get_user(cursor, user_id):
    cursor.execute(f"SELECT * FROM users WHERE id = {user_id}")  # expect: sql-injection
    return cursor.fetchone()
