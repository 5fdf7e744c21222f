def filters(values):
    names = {"brand": "brand", "size": "size"}
    clauses = []
    parameters = []
    for key, column in names.items():
        if key in values:
            clauses.append(f"{column} = ?")
            parameters.append(values[key])
    return " AND ".join(clauses) or "1 = 1", parameters
