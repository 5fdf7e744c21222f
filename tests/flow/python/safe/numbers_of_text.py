import hmac
import ipaddress
import os.path
import random
import secrets
import uuid
from datetime import date, datetime
from decimal import Decimal

from flask import request


def record(cursor):
    title = request.form["title"]
    cursor.execute(f"UPDATE items SET break = {title.find(' ')}")
    cursor.execute(f"UPDATE items SET size = {os.path.getsize(title)}")
    cursor.execute(f"UPDATE items SET price = {Decimal(request.form['price'])}")
    cursor.execute(f"UPDATE items SET day = '{date.fromisoformat(request.form['day'])}'")
    cursor.execute(f"UPDATE items SET at = '{datetime.strptime(request.form['at'], '%H:%M')}'")
    cursor.execute(f"UPDATE items SET month = '{date(request.json['year'], request.json['month'], 1)}'")
    cursor.execute(f"UPDATE items SET place = {random.randrange(request.json['places'])}")
    cursor.execute(f"UPDATE items SET ticket = {secrets.randbelow(request.json['tickets'])}")
    cursor.execute(f"UPDATE items SET owner = '{uuid.UUID(request.form['owner'])}'")
    cursor.execute(f"UPDATE items SET id = '{uuid.uuid5(uuid.NAMESPACE_URL, title)}'")
    cursor.execute(f"UPDATE items SET address = '{ipaddress.ip_address(request.form['address'])}'")
    cursor.execute(f"UPDATE items SET known = {hmac.compare_digest(title, 'known')}")
    for number in range(request.json["count"]):
        cursor.execute(f"INSERT INTO places (number) VALUES ({number})")
