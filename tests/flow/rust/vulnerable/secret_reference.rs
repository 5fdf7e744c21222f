const JWT_SECRET: &[u8] = b"mX4vTq9Zp2LwRk8s"; // expect: hardcoded-secret

pub fn sign(claims: &Claims) -> String {
    let signing_secret = &"pR7kW2xQz9LmVt4b"; // expect: hardcoded-secret
    encode(claims, JWT_SECRET, signing_secret)
}
