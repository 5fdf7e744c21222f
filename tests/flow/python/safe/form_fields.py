from django import forms


class LoginForm(forms.Form):
    password = forms.CharField(label="Password", widget=forms.PasswordInput)
    token = forms.CharField(initial="csrf-token")
    password_error = "Passwords do not match"
