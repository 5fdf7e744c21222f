from django.http import JsonResponse


def api(request):
    response = JsonResponse({"ok": True})
    response["Access-Control-Allow-Origin"] = "*"  # expect: permissive-headers
    return response
