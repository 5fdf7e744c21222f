from sqlalchemy.ext.asyncio import AsyncConnection, AsyncSession, create_async_engine

store = create_async_engine("postgresql+asyncpg:///shop")


async def find(name):
    async with store.connect() as work:
        await work.exec_driver_sql(f"SELECT * FROM items WHERE name = '{name}'")  # expect: sql-injection


async def count(work: AsyncConnection, name):
    return await work.scalar(f"SELECT count(*) FROM items WHERE name = '{name}'")  # expect: sql-injection


async def total(work: AsyncSession, name):
    return await work.scalar(f"SELECT sum(price) FROM items WHERE name = '{name}'")  # expect: sql-injection
