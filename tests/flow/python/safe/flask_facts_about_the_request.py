from flask import Request

from app.database import shop


def log(incoming: Request):
    cursor = shop.cursor()
    cursor.execute(f"INSERT INTO log (method, host) VALUES ('{incoming.method}', '{incoming.remote_addr}')")
