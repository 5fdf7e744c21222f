from sqlalchemy import text
from sqlalchemy.orm import scoped_session

from app.database import factory

work = scoped_session(factory)


def find(session, name):
    session.execute(f"SELECT * FROM items WHERE name = '{name}'")  # expect: sql-injection
    return session.scalar(f"SELECT count(*) FROM items WHERE name = '{name}'")  # expect: sql-injection


def by_connection(connection, name):
    connection.execute(f"SELECT * FROM items WHERE name = '{name}'")  # expect: sql-injection
    connection.exec_driver_sql(f"SELECT * FROM items WHERE name = '{name}'")  # expect: sql-injection


def by_registry(name):
    work.execute(f"SELECT * FROM items WHERE name = '{name}'")  # expect: sql-injection


def archive():
    name = work.execute(text("SELECT name FROM items")).scalar_one()
    work.execute(f"INSERT INTO archive (name) VALUES ('{name}')")
