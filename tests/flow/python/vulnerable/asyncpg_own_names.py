import asyncpg


async def find(name):
    shop = await asyncpg.create_pool("postgresql:///shop")
    rows = await shop.fetch(f"SELECT * FROM items WHERE name = '{name}'")  # expect: sql-injection
    await shop.execute(f"INSERT INTO searches (name) VALUES ('{name}')")  # expect: sql-injection
    async with shop.acquire() as session:
        await session.fetchrow(f"SELECT * FROM archive WHERE name = '{name}'")  # expect: sql-injection
    return rows


async def add(items, kind):
    shop = await asyncpg.connect("postgresql:///shop")
    await shop.executemany(f"INSERT INTO items (name, kind) VALUES ($1, '{kind}')", items)  # expect: sql-injection


async def delete(pool, name):
    await pool.execute(f"DELETE FROM items WHERE name = '{name}'")  # expect: sql-injection


async def clear(cursor, kind):
    await cursor.execute(f"DELETE FROM items WHERE kind = '{kind}'")  # expect: sql-injection
