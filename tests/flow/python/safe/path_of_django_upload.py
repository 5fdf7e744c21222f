import os

from django.conf import settings
from django.http import JsonResponse
from django.utils._os import safe_join
from django.utils.text import get_valid_filename, slugify


def upload(request):
    uploaded = request.FILES["file"]
    with open(os.path.join(settings.MEDIA_ROOT, uploaded.name), "wb") as target:
        for chunk in uploaded.chunks():
            target.write(chunk)
    return JsonResponse({})


def show(request):
    with open(safe_join(settings.MEDIA_ROOT, request.GET["name"])) as file:
        return JsonResponse({"text": file.read()})


def rename(request):
    name = get_valid_filename(request.POST["name"])
    os.rename("new.txt", f"/srv/files/{name}")
    with open(f"/srv/notes/{slugify(request.POST['title'])}.md", "w") as file:
        file.write(request.POST["text"])
    return JsonResponse({})
