from django.core.management.base import BaseCommand
from django.db import connection


class Reset(BaseCommand):
    def purge(self, name):
        with connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM labels WHERE name = '{name}'")  # expect: sql-injection


class Handler:
    def handle(self, name):
        with connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM labels WHERE name = '{name}'")  # expect: sql-injection
