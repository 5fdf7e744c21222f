from sqlalchemy import text


def ping(connection):
    return connection.execute(text("select 1")).scalar()
