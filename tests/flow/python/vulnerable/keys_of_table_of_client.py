import sqlite3

from fastapi import FastAPI
from flask import Flask, request
from pydantic import BaseModel

app = Flask(__name__)
api = FastAPI()
conn = sqlite3.connect("shop.db")


class ItemPatch(BaseModel):
    name: str


@app.post("/items/<int:item>")
def update(item):
    fields = {name: value for name, value in request.form.items()}
    sets = ", ".join(f"{name} = ?" for name in fields)
    conn.execute(f"UPDATE items SET {sets} WHERE id = ?", (*fields.values(), item))  # expect: sql-injection
    columns = ", ".join(request.json.keys())
    conn.execute(f"INSERT INTO items ({columns}) VALUES (?, ?)", tuple(request.json.values()))  # expect: sql-injection
    return "", 204


@app.post("/notes")
def values():
    fields = {"title": request.form["title"], "kind": "note"}
    clauses = []
    for name, value in fields.items():
        clauses.append(f"{name} = '{value}'")
    conn.execute("DELETE FROM notes WHERE " + " AND ".join(clauses))  # expect: sql-injection
    own = {name: request.form[name] for name in ("title", "body")}
    conn.execute("DELETE FROM notes WHERE title = '" + own["title"] + "'")  # expect: sql-injection
    return "", 204


@api.patch("/items/{item}")
def patch(item: int, data: ItemPatch):
    values = data.model_dump()
    conn.execute("UPDATE items SET name = '" + values["name"] + "'")  # expect: sql-injection


@app.post("/tags")
def tags():
    for tag in request.json.values():
        conn.execute("DELETE FROM tags WHERE name = '" + tag + "'")  # expect: sql-injection
    return "", 204
