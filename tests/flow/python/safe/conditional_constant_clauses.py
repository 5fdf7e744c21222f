def search(cursor, name=None, city=None):
    clauses, params = [], []
    if name:
        clauses.append("name = ?")
        params.append(name)
    if city:
        clauses.append("city = ?")
        params.append(city)
    cursor.execute("SELECT * FROM users WHERE " + " AND ".join(clauses), params)
