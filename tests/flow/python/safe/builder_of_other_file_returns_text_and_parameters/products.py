import sqlite3

from flask import Flask, request

from builder import filters

app = Flask(__name__)


@app.get("/products")
def products():
    clause, parameters = filters(request.args)
    rows = sqlite3.connect("shop.db").execute(f"SELECT * FROM products WHERE {clause}", parameters)
    return {"products": rows.fetchall()}
