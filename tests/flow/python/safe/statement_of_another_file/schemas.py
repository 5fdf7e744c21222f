import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession

from .tables import Schema


async def read_schemas(session: AsyncSession, checksum: str, version: str):
    query = sa.select(Schema).filter_by(checksum=checksum).order_by(Schema.created.desc())
    if version:
        query = query.where(Schema.version == version)
    found = await session.execute(query.limit(10))
    return found.scalars().all()
