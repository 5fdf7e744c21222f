from fastapi import APIRouter, Depends
from sqlalchemy.ext.asyncio import AsyncSession

from .schemas import read_schemas
from .session import session_of_request

router = APIRouter()


@router.get("/schemas")
async def schemas(checksum: str, version: str, session: AsyncSession = Depends(session_of_request)):
    return await read_schemas(session, checksum, version)
