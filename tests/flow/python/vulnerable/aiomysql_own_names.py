import aiomysql


async def rename(before, after):
    shop = await aiomysql.connect(db="shop")
    async with shop.cursor() as writer:
        await writer.execute(f"UPDATE items SET name = '{after}' WHERE name = '{before}'")  # expect: sql-injection


async def add(shop: aiomysql.Pool, items, kind):
    async with shop.acquire() as session:
        async with session.cursor() as writer:
            await writer.executemany(f"INSERT INTO items (name, kind) VALUES (%s, '{kind}')", items)  # expect: sql-injection


async def archive(shop: aiomysql.Pool):
    async with shop.acquire() as session:
        reader = await session.cursor()
        await reader.execute("SELECT name FROM items")
        for (name,) in await reader.fetchall():
            await reader.execute(f"INSERT INTO archive (name) VALUES ('{name}')")
