def login(username, password):
    query = "SELECT * FROM users WHERE username='" + username + "' AND password='" + password + "'"
    cursor.execute(query)  # expect: sql-injection
    return cursor.fetchone() is not None
