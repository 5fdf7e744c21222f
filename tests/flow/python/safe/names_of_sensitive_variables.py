from django.views.decorators.debug import sensitive_variables

qtoken = r'(?:"(?:[^"]|"")+"|[\w]+?)'


@sensitive_variables("password1", "password2")
def clean(form):
    return form.cleaned_data
