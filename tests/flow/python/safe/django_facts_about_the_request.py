from django.core.exceptions import PermissionDenied
from django.db import connection
from django.utils.crypto import constant_time_compare


def log(request):
    tenant = request.get_signed_cookie("tenant")
    with connection.cursor() as writer:
        writer.execute(f"INSERT INTO log (method) VALUES ('{request.method}')")
        writer.execute(f"UPDATE usage SET visits = visits + 1 WHERE tenant = '{tenant}'")


def archive():
    with connection.cursor() as reader:
        reader.execute("SELECT name FROM items")
        for (name,) in reader.fetchall():
            reader.execute(f"INSERT INTO archive (name) VALUES ('{name}')")


def admin(request, key):
    if constant_time_compare(request.headers["X-Admin"], key):
        return "welcome"
    raise PermissionDenied


def count(request, database):
    with connection.cursor() as reader:
        reader.execute(f"SELECT count(*) FROM {database.ops.quote_name(request.GET['table'])}")
