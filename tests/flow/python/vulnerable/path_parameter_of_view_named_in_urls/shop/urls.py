from django.urls import path

from . import views

urlpatterns = [
    path("products/by/<str:order>/", views.products),
]
