def find(cursor, words):
    sql = "SELECT * FROM notes WHERE 1 = 0"
    for word in words:
        sql += " OR text LIKE '%" + word + "%'"
    cursor.execute(sql)  # expect: sql-injection
