from flask import Blueprint, request

from services import orders

views = Blueprint("views", __name__)


@views.get("/orders")
def listing():
    state = request.args["state"]
    rows = orders.link.execute(f"SELECT * FROM {orders.table} WHERE state = '{state}'")  # expect: sql-injection
    return {"orders": rows.fetchall()}
