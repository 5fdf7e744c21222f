from fastapi import Depends, FastAPI
from sqlalchemy import text
from sqlalchemy.orm import Session

from .database import get_db

app = FastAPI()


@app.get("/users/{email}")
def by_email(email: str, db: Session = Depends(get_db)):
    row = db.execute(text(f"SELECT * FROM users WHERE email = '{email}'")).first()  # expect: sql-injection
    return dict(row)
