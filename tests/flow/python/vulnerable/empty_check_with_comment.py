def transfer(user, amount):
    if not user.is_authenticated:  # expect: auth-bypass
        # nobody is refused
        pass
    move(amount)
