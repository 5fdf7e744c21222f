"""Handlers that another module registers."""


def list_users(db, request):
    sort = request.args.get("sort")
    return db.execute("SELECT * FROM users ORDER BY " + sort).fetchall()  # expect: sql-injection


def show_user(db, user_id):
    return db.execute("SELECT * FROM users WHERE id = %s" % user_id).fetchone()  # expect: sql-injection
