from sqlalchemy.engine import Connection, Engine, create_engine
from sqlalchemy.engine.base import Connection as BaseConnection
from sqlalchemy.engine.base import Engine as BaseEngine
from sqlalchemy.ext.asyncio.session import AsyncSession
from sqlalchemy.orm.session import Session
from sqlalchemy.sql import text
from sqlalchemy.sql.expression import text as expression

store = create_engine("postgresql:///shop")


def find(name):
    with store.connect() as work:
        work.execute(f"SELECT * FROM items WHERE name = '{name}'")  # expect: sql-injection
        work.execute(text(f"SELECT * FROM items WHERE name = '{name}'"))  # expect: sql-injection
        work.execute(expression(f"SELECT * FROM items WHERE name = '{name}'"))  # expect: sql-injection


def by_engine(first: Engine, second: BaseEngine, name):
    first.execute(f"SELECT * FROM items WHERE name = '{name}'")  # expect: sql-injection
    second.execute(f"SELECT * FROM items WHERE name = '{name}'")  # expect: sql-injection


def by_connection(first: Connection, second: BaseConnection, name):
    first.execute(f"SELECT * FROM items WHERE name = '{name}'")  # expect: sql-injection
    second.scalar(f"SELECT count(*) FROM items WHERE name = '{name}'")  # expect: sql-injection


async def by_session(first: Session, second: AsyncSession, name):
    first.scalars(f"SELECT * FROM items WHERE name = '{name}'")  # expect: sql-injection
    await second.execute(f"SELECT * FROM items WHERE name = '{name}'")  # expect: sql-injection
