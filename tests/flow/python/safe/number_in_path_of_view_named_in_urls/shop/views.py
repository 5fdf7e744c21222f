from django.db import connection
from django.http import JsonResponse


def orders(request, customer):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT id FROM orders WHERE customer = {customer}")
        return JsonResponse({"orders": cursor.fetchall()})
