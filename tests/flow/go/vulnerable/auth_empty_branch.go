package app

func Delete(user *User, id int) error {
	if !user.IsAdmin { // expect: auth-bypass
	}
	return remove(id)
}
