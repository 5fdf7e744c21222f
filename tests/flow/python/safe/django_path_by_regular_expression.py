from django.db import connection
from django.http import JsonResponse
from django.urls import path, re_path
from django.views import View


def account(request, number, kind):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT id FROM account WHERE number = {number} AND kind = '{kind}'")
    return JsonResponse({})


class Order(View):
    def get(self, request, pk):
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT id FROM orders WHERE id = {pk}")
        return JsonResponse({})


urlpatterns = [
    re_path(r"^accounts/(?P<number>[0-9]+)/(?P<kind>\w+)/$", account),
    path("orders/<int:pk>/", Order.as_view()),
]
