def transfer(user, amount):
    if not user.is_authenticated:  # expect: auth-bypass
        # TODO: raise
        pass
    move(amount)
