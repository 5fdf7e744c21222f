SORTS = {"new": "created DESC", "old": "created ASC"}


def listing(cursor, sort):
    order = SORTS.get(sort, "created DESC")
    cursor.execute(f"SELECT * FROM users ORDER BY {order}")
    cursor.execute("SELECT * FROM users ORDER BY " + SORTS[sort])
