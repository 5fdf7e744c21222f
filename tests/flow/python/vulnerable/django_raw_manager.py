from django.shortcuts import render

from .models import Person


def people(request):
    last = request.GET["last"]
    found = Person.objects.raw("SELECT * FROM app_person WHERE last_name = '%s'" % last)  # expect: sql-injection
    return render(request, "people.html", {"people": found})
