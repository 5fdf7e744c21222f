from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession


async def find_items(session: AsyncSession, owner: str):
    rows = await session.execute(text(f"SELECT * FROM items WHERE owner = '{owner}'"))  # expect: sql-injection from app/main.py
    return rows.mappings().all()
