from django.db import connection
from django.http import JsonResponse
from django.urls import path, re_path
from django.views import View


def _account(incoming, name):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT id FROM account WHERE name = '{name}'")  # expect: sql-injection
    return JsonResponse({})


class _Order(View):
    def get(self, incoming, slug):
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT id FROM orders WHERE slug = '{slug}'")  # expect: sql-injection
        return JsonResponse({})


urlpatterns = [
    re_path(r"^accounts/(?P<name>[^/]+)/$", _account),
    path("orders/<str:slug>/", _Order.as_view()),
]
