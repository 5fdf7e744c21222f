package token

import "errors"

type Parser struct{ methods []string }

func (p *Parser) Parse(text string, key func(*Token) []byte) (*Token, error) {
	token, parts, err := p.ParseUnverified(text)
	if err != nil {
		return nil, err
	}
	if !token.Method.Verify(parts[:2], parts[2], key(token)) {
		return nil, errors.New("signature does not match")
	}
	return token, nil
}

func (p *Parser) ParseUnverified(text string) (*Token, []string, error) {
	return split(text, p.methods)
}
