def find_by(cursor, **criteria):
    where = " AND ".join(f"{name} = '{value}'" for name, value in criteria.items())
    cursor.execute("SELECT * FROM accounts WHERE " + where)  # expect: sql-injection
    return cursor.fetchall()
