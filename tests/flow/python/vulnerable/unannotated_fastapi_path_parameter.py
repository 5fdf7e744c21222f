import sqlite3

from fastapi import FastAPI

app = FastAPI()


@app.delete("/users/{user_id}")
def delete_user(user_id):
    db = sqlite3.connect("app.db")
    db.execute(f"DELETE FROM users WHERE id = {user_id}")  # expect: sql-injection
    db.commit()
