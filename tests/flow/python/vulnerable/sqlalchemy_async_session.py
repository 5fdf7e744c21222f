from fastapi import APIRouter, Depends
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from app.db import get_session

router = APIRouter()


@router.get("/events")
async def events(kind: str, session: AsyncSession = Depends(get_session)):
    statement = text("SELECT * FROM events WHERE kind = '%s'" % kind)  # expect: sql-injection
    result = await session.execute(statement)
    return result.all()
