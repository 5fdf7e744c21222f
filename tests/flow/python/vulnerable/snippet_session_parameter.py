def by_name(session, name):
    return session.execute(f"SELECT * FROM accounts WHERE name = '{name}'").fetchall()  # expect: sql-injection
