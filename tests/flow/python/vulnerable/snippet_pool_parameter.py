async def find(pool, email):
    return await pool.fetchrow(f"SELECT * FROM users WHERE email = '{email}'")  # expect: sql-injection
