const KEY: &str = "-----BEGIN EC PRIVATE KEY-----
q8ZkT1vYw3JmR5uNc7LhXe2Ps9FbGd4KaQoViWtUyCxMzEr6Hj0pBgSlDnAf
-----END EC PRIVATE KEY-----";

fn main() {
    measure(|| parse(KEY));
}
