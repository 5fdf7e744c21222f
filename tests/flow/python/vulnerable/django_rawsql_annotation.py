from django.db.models.expressions import RawSQL
from django.http import JsonResponse

from .models import Product


def rated(request):
    column = request.GET.get("by")
    products = Product.objects.annotate(score=RawSQL(f"SELECT {column} FROM ratings LIMIT 1", []))  # expect: sql-injection
    return JsonResponse({"n": products.count()})
