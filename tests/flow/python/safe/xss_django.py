from django.http import HttpResponse, HttpResponseRedirect, JsonResponse, StreamingHttpResponse
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import mark_safe


def again(request):
    return HttpResponseRedirect(request.path + "?q=" + request.GET["q"])


def answer(request):
    return JsonResponse({"q": request.GET["q"]})


def streamed(request):
    return StreamingHttpResponse("name," + request.GET["name"])


def exported(request):
    return HttpResponse("name," + request.GET["name"], content_type="text/csv")


def escaped(request):
    return HttpResponse("<p>" + conditional_escape(request.GET["q"]) + "</p>")


def formatted(request):
    return HttpResponse(format_html("<p>{}</p>", request.GET["q"]))


def marked(items):
    return mark_safe("<ul></ul>" if not items else "<p>some</p>")
