from fastapi import Depends, FastAPI
from sqlalchemy.ext.asyncio import AsyncSession

from . import crud
from .database import get_session

app = FastAPI()


@app.get("/items")
async def items(owner: str, session: AsyncSession = Depends(get_session)):
    return await crud.find_items(session, owner)
