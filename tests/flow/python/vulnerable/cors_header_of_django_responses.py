from django.http import JsonResponse
from django.http.response import HttpResponse
from django.shortcuts import render


def items(request):
    answer = JsonResponse({"items": []})
    answer["Access-Control-Allow-Origin"] = "*"  # expect: permissive-headers
    return answer


def page(request):
    answer = render(request, "page.html")
    answer["Access-Control-Allow-Origin"] = "*"  # expect: permissive-headers
    return answer


def text(request):
    answer = HttpResponse("text")
    answer["Access-Control-Allow-Origin"] = "*"  # expect: permissive-headers
    return answer
