from django.core.handlers.asgi import ASGIRequest
from django.core.handlers.wsgi import WSGIRequest
from django.db import connection
from django.http.request import HttpRequest
from rest_framework.request import Request


def plain(incoming: HttpRequest):
    with connection.cursor() as writer:
        writer.execute("SELECT * FROM items WHERE name = '%s'" % incoming.GET["name"])  # expect: sql-injection
        writer.execute("INSERT INTO visits (host) VALUES ('%s')" % incoming.get_host())  # expect: sql-injection


def served(incoming: WSGIRequest):
    with connection.cursor() as writer:
        writer.execute("SELECT * FROM items WHERE name = '%s'" % incoming.GET["name"])  # expect: sql-injection


def awaited(incoming: ASGIRequest):
    with connection.cursor() as writer:
        writer.execute("SELECT * FROM items WHERE name = '%s'" % incoming.GET["name"])  # expect: sql-injection


def rest(incoming: Request, items):
    with connection.cursor() as writer:
        kind = incoming.data["kind"]
        writer.executemany(f"INSERT INTO items (name, kind) VALUES (%s, '{kind}')", items)  # expect: sql-injection
