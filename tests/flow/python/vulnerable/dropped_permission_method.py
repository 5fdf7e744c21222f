def export(request):
    request.user.has_perm("reports.export")  # expect: auth-bypass
    return build_export()
