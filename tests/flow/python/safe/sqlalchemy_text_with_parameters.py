from sqlalchemy import text


def find(session, name):
    session.execute(text("SELECT * FROM users WHERE name = :name"), {"name": name})
    return session.execute(text("SELECT * FROM users WHERE name = :n").bindparams(n=name))
