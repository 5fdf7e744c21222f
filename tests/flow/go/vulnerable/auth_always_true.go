package app

func Delete(user *User, id int) error {
	if user.IsAdmin || true { // expect: auth-bypass
		return remove(id)
	}
	return errForbidden
}
