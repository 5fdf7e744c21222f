from django.http import JsonResponse

from accounts import find_account


def account(request):
    return JsonResponse(find_account(request.GET["email"]), safe=False)
