from django.db import connection
from django.views.generic import ListView
from rest_framework.views import APIView


class _Accounts(ListView):
    def get_queryset(self):
        name = self.request.GET.get("name", "")
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT id FROM account WHERE name = '{name}'")  # expect: sql-injection
            return cursor.fetchall()


class _Search(APIView):
    def find(self):
        with connection.cursor() as cursor:
            cursor.execute("SELECT id FROM account WHERE name = '" + self.request.query_params["q"] + "'")  # expect: sql-injection
            return cursor.fetchall()
