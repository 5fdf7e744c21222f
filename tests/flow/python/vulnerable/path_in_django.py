import os

from django.conf import settings
from django.http import FileResponse


def download(request):
    path = os.path.join(settings.MEDIA_ROOT, request.GET["file"])
    return FileResponse(open(path, "rb"))  # expect: path-traversal
