import hashlib
import hmac

import bcrypt
from flask import request
from werkzeug.security import generate_password_hash


def store(cursor, key):
    password = request.form["password"]
    cursor.execute(f"UPDATE users SET hash = '{generate_password_hash(password)}'")
    cursor.execute(f"UPDATE users SET hash = '{bcrypt.hashpw(password.encode(), bcrypt.gensalt()).decode()}'")
    cursor.execute(f"UPDATE users SET hash = '{hashlib.scrypt(password.encode(), salt=key, n=16384, r=8, p=1).hex()}'")
    cursor.execute(f"UPDATE files SET digest = '{hashlib.sha256(request.data).hexdigest()}'")
    cursor.execute(f"UPDATE files SET seal = '{hmac.digest(key, request.data, 'sha256').hex()}'")
    cursor.execute(f"UPDATE files SET seal = '{hmac.new(key, request.data, 'sha256').hexdigest()}'")


def same(cursor, digest: hashlib.HASH):
    cursor.execute(f"UPDATE files SET digest = '{digest.hexdigest()}'")
