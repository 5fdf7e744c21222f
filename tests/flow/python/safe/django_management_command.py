from django.core.management import BaseCommand
from django.core.management.base import LabelCommand
from django.db import connection


class Reset(BaseCommand):
    def handle(self, *args, **options):
        name = options["name"]
        with connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM accounts WHERE name = '{name}'")


class ResetAll(Reset):
    def handle(self, *args, **options):
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM accounts WHERE name = '%s'" % options["name"])


class Drop(LabelCommand):
    def handle_label(self, label, **options):
        with connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM labels WHERE name = '{label}'")
