def rename(db, user, name):
    query = "UPDATE users SET name = '{}' WHERE id = {}".format(name, user)
    db.execute(query)  # expect: sql-injection
