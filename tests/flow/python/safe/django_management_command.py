from django.core.management import BaseCommand
from django.core.management.base import LabelCommand
from django.db import connection


class Reset(BaseCommand):
    def handle(self, *args, **options):
        name = options["dbname"]
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT 1 FROM pg_database WHERE datname = '{name}'")


class ResetAll(Reset):
    def handle(self, *args, **options):
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1 FROM pg_database WHERE datname = '%s'" % options["dbname"])


class Drop(LabelCommand):
    def handle_label(self, label, **options):
        with connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM labels WHERE name = '{label}'")
