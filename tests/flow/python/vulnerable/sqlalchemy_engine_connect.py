from flask import Flask, request
from sqlalchemy import create_engine, text

app = Flask(__name__)
engine = create_engine("sqlite:///app.db")


@app.get("/products")
def products():
    order = request.args.get("sort", "name")
    sql = "SELECT * FROM products ORDER BY " + order
    with engine.connect() as connection:
        return {"products": [dict(r) for r in connection.execute(text(sql))]}  # expect: sql-injection
