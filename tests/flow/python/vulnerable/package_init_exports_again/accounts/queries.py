from django.db import connection


def account_by_email(email):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT id, plan FROM accounts WHERE email = '{email}'")  # expect: sql-injection from views.py
        return cursor.fetchone()
