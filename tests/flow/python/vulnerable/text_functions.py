import ast
import base64
import binascii
import copy
import html
import json
import os.path
import re
import textwrap
import typing
import urllib.parse

import yaml
from flask import request

WORD = re.compile(r"\w.*")


def find(cursor, term):
    cursor.execute(f"SELECT * FROM items WHERE name = '{term.strip()}'")  # expect: sql-injection
    cursor.execute(f"SELECT * FROM items WHERE name = '{term.replace('-', ' ')}'")  # expect: sql-injection
    cursor.execute(f"SELECT * FROM items WHERE name = '{str(term)}'")  # expect: sql-injection
    cursor.execute(f"SELECT * FROM items WHERE letter = '{chr(term)}'")  # expect: sql-injection
    cursor.execute(f"SELECT * FROM items WHERE name = '{html.unescape(term)}'")  # expect: sql-injection
    cursor.execute(f"SELECT * FROM items WHERE name = '{textwrap.shorten(term, 20)}'")  # expect: sql-injection
    cursor.execute(f"SELECT * FROM items WHERE name = '{urllib.parse.unquote(term)}'")  # expect: sql-injection
    cursor.execute(f"SELECT * FROM items WHERE name = '{re.sub('-', ' ', term)}'")  # expect: sql-injection
    cursor.execute(f"SELECT * FROM items WHERE name = '{re.escape(term)}'")  # expect: sql-injection
    cursor.execute(f"SELECT * FROM items WHERE name = '{re.split(',', term)[0]}'")  # expect: sql-injection
    cursor.execute(f"SELECT * FROM items WHERE name = '{typing.cast(str, term)}'")  # expect: sql-injection
    cursor.execute(f"SELECT * FROM files WHERE path = '{os.path.join('/data', term)}'")  # expect: sql-injection
    problem = ValueError(term)
    cursor.execute(f"INSERT INTO problems (text) VALUES ('{problem}')")  # expect: sql-injection


def decoded(cursor, text):
    cursor.execute(f"SELECT * FROM items WHERE name = '{json.loads(text)['name']}'")  # expect: sql-injection
    cursor.execute(f"SELECT * FROM items WHERE name = '{ast.literal_eval(text)}'")  # expect: sql-injection
    cursor.execute(f"SELECT * FROM items WHERE name = '{yaml.safe_load(text)['name']}'")  # expect: sql-injection
    cursor.execute(f"INSERT INTO notes (text) VALUES ('{yaml.safe_dump(text)}')")  # expect: sql-injection
    cursor.execute(f"INSERT INTO notes (text) VALUES ('{base64.b64decode(text)}')")  # expect: sql-injection
    cursor.execute(f"INSERT INTO notes (text) VALUES ('{binascii.unhexlify(text)}')")  # expect: sql-injection


def matched(cursor, term):
    found = re.search(r"\w.*", term)
    cursor.execute(f"SELECT * FROM items WHERE name = '{found.group(0)}'")  # expect: sql-injection
    found = WORD.match(term)
    cursor.execute(f"SELECT * FROM items WHERE name = '{found.group(0)}'")  # expect: sql-injection


def collected(cursor, form, names):
    cursor.execute(f"SELECT * FROM items WHERE name = '{getattr(form, 'name')}'")  # expect: sql-injection
    cursor.execute(f"SELECT * FROM items WHERE name = '{vars(form)['name']}'")  # expect: sql-injection
    cursor.execute(f"SELECT * FROM items WHERE name = '{sorted(names)[0]}'")  # expect: sql-injection
    cursor.execute(f"SELECT * FROM items WHERE name = '{copy.copy(form).name}'")  # expect: sql-injection
    for name in filter(None, names):
        cursor.execute(f"SELECT * FROM items WHERE name = '{name}'")  # expect: sql-injection


def cleaned(cursor):
    for name in map(str.strip, request.args.getlist("name")):
        cursor.execute(f"SELECT * FROM items WHERE name = '{name}'")  # expect: sql-injection
