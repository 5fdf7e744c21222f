import psycopg2.sql
from flask import request
from psycopg import sql


def find(cursor):
    columns = map(sql.Identifier, request.args.getlist("column"))
    listed = sql.SQL(", ").join(columns)
    cursor.execute(f"EXPLAIN SELECT {listed.as_string(cursor)} FROM items")


def find_older(cursor):
    columns = map(psycopg2.sql.Identifier, request.args.getlist("column"))
    listed = psycopg2.sql.SQL(", ").join(columns)
    cursor.execute(f"EXPLAIN SELECT {listed.as_string(cursor)} FROM items")


def plain_values(cursor):
    query = sql.SQL("SELECT * FROM items WHERE name = {}")
    cursor.execute(query.format(request.args["name"]))


def part(cursor, name: sql.Composed):
    cursor.execute(f"SELECT * FROM items WHERE name = {name.as_string(cursor)}")


def part_older(cursor, name: psycopg2.sql.Composed):
    cursor.execute(f"SELECT * FROM items WHERE name = {name.as_string(cursor)}")
