pub fn expect(tokens: &[Token], expected_token: &Token) -> Result<(), ParseError> {
    match tokens.first() {
        Some(token) if token == expected_token => Ok(()),
        _ => Err(ParseError::Unexpected),
    }
}
