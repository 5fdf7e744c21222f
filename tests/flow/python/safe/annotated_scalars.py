from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from ipaddress import IPv4Address
from subprocess import CompletedProcess
from uuid import UUID


def store(cursor, owner: UUID, at: datetime, price: Decimal, share: Fraction, address: IPv4Address):
    cursor.execute(f"UPDATE items SET owner = '{owner}', at = '{at}'")
    cursor.execute(f"UPDATE items SET price = {price}, share = {share}")
    cursor.execute(f"UPDATE items SET address = '{address}'")


def log(cursor, job: CompletedProcess):
    cursor.execute(f"INSERT INTO jobs (code) VALUES ({job.returncode})")
