from django.http import JsonResponse

from app.models import Person

COLUMNS = {"name", "city"}


def search(request):
    found = Person.objects.extra(where=["name = %s"], params=[request.GET["name"]])
    age = int(request.GET["age"])
    found = found.extra(where=[f"age > {age}"])
    column = request.GET["column"]
    if column in COLUMNS:
        found = found.extra(where=[f"{column} IS NOT NULL"])
    found = found.extra(select={"is_adult": "age > 17"}, order_by=["name"])
    return JsonResponse(list(found.values()), safe=False)
