import asyncpg


async def find(pool: asyncpg.Pool, name: str):
    return await pool.fetchrow("SELECT * FROM users WHERE name = $1", name)
