from sqlalchemy import select

from .models import User


def search(session, term: str):
    return session.execute(select(User).where(User.name.ilike(f"%{term}%"))).all()
