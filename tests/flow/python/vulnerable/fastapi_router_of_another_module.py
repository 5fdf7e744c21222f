from fastapi import Query

from app.database import shop
from app.routes import router


@router.get("/items")
def find(name: str = Query(min_length=2)):
    cursor = shop.cursor()
    cursor.execute(f"SELECT * FROM items WHERE name = '{name}'")  # expect: sql-injection
    return cursor.fetchall()
