from django.db import connections
from django.http import JsonResponse
from django.views import View


class AccountView(View):
    def post(self, request, *args, **kwargs):
        number = request.POST["number"]
        with connections["bank"].cursor() as cursor:
            cursor.execute("UPDATE account SET open = 0 WHERE number = " + number)  # expect: sql-injection
        return JsonResponse({"ok": True})
