from django.http import JsonResponse

from app.models import Person


def search(request):
    name = request.GET["name"]
    found = Person.objects.filter(active=True).extra(where=[f"name = '{name}'"])  # expect: sql-injection
    return JsonResponse(list(found.values()), safe=False)


def rank(request):
    found = Person.objects.extra(select={"near": "name = '%s'" % request.GET["name"]})  # expect: sql-injection
    return JsonResponse(list(found.values()), safe=False)
