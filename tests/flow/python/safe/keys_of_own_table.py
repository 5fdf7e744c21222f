import sqlite3
from typing import Optional

from fastapi import FastAPI
from flask import Flask, request
from pydantic import BaseModel

app = Flask(__name__)
api = FastAPI()
conn = sqlite3.connect("shop.db")


class ItemPatch(BaseModel):
    name: Optional[str] = None
    note: Optional[str] = None


@app.post("/items/<int:item>")
def update(item):
    fields = {name: request.form[name] for name in ("title", "body") if name in request.form}
    sets = ", ".join(f"{name} = ?" for name in fields)
    conn.execute(f"UPDATE items SET {sets} WHERE id = ?", (*fields.values(), item))
    return "", 204


@app.post("/notes/<int:note>")
def change(note):
    fields = {"title": request.form["title"], "body": request.form["body"]}
    sets, values = [], []
    for name, value in fields.items():
        sets.append(f"{name} = ?")
        values.append(value)
    conn.execute("UPDATE notes SET " + ", ".join(sets) + " WHERE id = ?", (*values, note))
    columns = ", ".join(fields.keys())
    conn.execute(f"INSERT INTO notes ({columns}) VALUES (?, ?)", tuple(fields.values()))
    return "", 204


@api.patch("/items/{item}")
def patch(item: int, data: ItemPatch):
    values = data.model_dump(exclude_unset=True)
    sets = ", ".join(f"{name} = ?" for name in values)
    conn.execute(f"UPDATE items SET {sets} WHERE id = ?", (*values.values(), item))
