from django.db import connection
from django.http import JsonResponse
from django.urls import path


def products(request, order):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT id, name FROM products ORDER BY {order}")  # expect: sql-injection
        return JsonResponse({"products": cursor.fetchall()})


urlpatterns = [path("products/by/<str:order>/", products)]
