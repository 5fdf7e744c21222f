from pickle import loads as unpickle

from django.http import JsonResponse


def restore(request):
    session = unpickle(request.body)  # expect: insecure-deserialization
    return JsonResponse(session)
