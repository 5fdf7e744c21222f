from django.urls import path

from . import views

urlpatterns = [
    path("customers/<int:customer>/orders/", views.orders),
]
