from django.db import connection
from rest_framework.decorators import api_view
from rest_framework.response import Response


@api_view(["GET"])
def lookup(request):
    code = request.query_params.get("code")
    cursor = connection.cursor()
    cursor.execute("SELECT name FROM country WHERE code = '{0}'".format(code))  # expect: sql-injection
    return Response(cursor.fetchone())
