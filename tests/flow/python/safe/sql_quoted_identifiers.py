"""Identifiers of requests, quoted by what the driver or the framework has for them."""

import psycopg2
from django.db import connection
from django.http import HttpRequest
from psycopg2.extensions import quote_ident
from sqlalchemy import create_engine, text

engine = create_engine("postgresql:///shop")


def table(request: HttpRequest):
    name = connection.ops.quote_name(request.GET["table"])
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {name}")
        return cursor.fetchall()


def quoted(request: HttpRequest):
    qn = connection.ops.quote_name
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM %s" % qn(request.GET["table"]))
        return cursor.fetchall()


def column(request: HttpRequest):
    with psycopg2.connect("dbname=shop") as conn, conn.cursor() as cur:
        cur.execute(f"SELECT {quote_ident(request.GET['column'], cur)} FROM users")
        return cur.fetchall()


def order(request: HttpRequest):
    preparer = engine.dialect.identifier_preparer
    column = preparer.quote(request.GET["order"])
    with engine.connect() as conn:
        return conn.execute(text(f"SELECT * FROM users ORDER BY {column}")).all()
