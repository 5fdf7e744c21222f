import aiosqlite


async def find(name):
    async with aiosqlite.connect("shop.db") as shop:
        reader = await shop.cursor()
        await reader.execute(f"SELECT * FROM items WHERE name = '{name}'")  # expect: sql-injection
        return await shop.execute_fetchall(f"SELECT * FROM archive WHERE name = '{name}'")  # expect: sql-injection


async def add(items, kind):
    async with aiosqlite.connect("shop.db") as shop:
        await shop.executemany(f"INSERT INTO items (name, kind) VALUES (?, '{kind}')", items)  # expect: sql-injection
        await shop.executescript(f"DELETE FROM archive WHERE kind = '{kind}'; VACUUM")  # expect: sql-injection


async def archive():
    async with aiosqlite.connect("shop.db") as shop:
        reader = await shop.execute("SELECT name FROM items")
        for (name,) in await reader.fetchall():
            await shop.execute(f"INSERT INTO archive (name) VALUES ('{name}')")


async def clear(cursor, kind):
    await cursor.execute(f"DELETE FROM items WHERE kind = '{kind}'")  # expect: sql-injection
