def load(cursor, kind):
    match kind:
        case "new":
            order = "created DESC"
        case "old":
            order = "created"
        case _:
            raise ValueError(kind)
    cursor.execute(f"SELECT * FROM users ORDER BY {order}")
