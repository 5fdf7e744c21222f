from fastapi import APIRouter, Depends, Request

from app.database import shop
from app.users import User, current_user

router = APIRouter()


@router.get("/orders")
def orders(user: User = Depends(current_user)):
    cursor = shop.cursor()
    cursor.execute(f"SELECT * FROM orders WHERE owner = '{user.name}'")
    return cursor.fetchall()


async def log(incoming: Request):
    cursor = shop.cursor()
    cursor.execute(f"INSERT INTO log (method, host) VALUES ('{incoming.method}', '{incoming.client.host}')")
