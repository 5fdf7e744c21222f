from django.http import HttpResponse


def remove(request, pk):
    if not request.user.is_staff:  # expect: auth-bypass
        pass
    Document.objects.get(pk=pk).delete()
    return HttpResponse(status=204)
