from django.http import HttpResponse, HttpResponseNotFound
from django.utils.html import format_html
from django.utils.safestring import SafeString


def missing(request):
    return HttpResponseNotFound(f"<p>{request.path} is not here</p>")  # expect: xss


def typed(request):
    return HttpResponse(f"<p>{request.GET['q']}</p>", content_type="text/html; charset=utf-8")  # expect: xss


def link(obj):
    return format_html(f'<a href="/items/{obj.slug}">{{}}</a>', obj.name)  # expect: xss


def safe(title):
    return SafeString("<h1>" + title + "</h1>")  # expect: xss
