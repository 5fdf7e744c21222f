def find(cursor, name):
    sql = " ".join(["SELECT *", "FROM people", "WHERE name = '" + name + "'", "LIMIT 1"])
    cursor.execute(sql)  # expect: sql-injection
