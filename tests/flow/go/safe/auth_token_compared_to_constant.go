package app

func parse(token string, tok rune) bool {
	if token == "" || token == "null" {
		return false
	}
	return tok == '{'
}
