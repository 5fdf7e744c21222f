from django.db import connection

from .models import Person


def people(request):
    found = Person.objects.filter(name__icontains=request.GET["q"])
    raw = Person.objects.raw("SELECT * FROM app_person WHERE last_name = %s", [request.GET["q"]])
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM t WHERE a = %s", [request.GET["a"]])
    return found, raw
