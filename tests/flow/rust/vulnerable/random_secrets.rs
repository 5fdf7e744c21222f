use rand::{Rng, SeedableRng};

pub struct Login {
    pub token: u64,
    pub seed: u64,
}

pub fn login(now: u64) -> Login {
    let mut rng = rand_chacha::ChaCha20Rng::seed_from_u64(now); // expect: weak-random
    let seed = fastrand::u64(..);
    Login { token: rng.gen(), seed }
}

pub fn otp() -> u32 {
    fastrand::u32(0..1_000_000) // expect: weak-random
}

pub fn session_key(now: u64) -> [u8; 32] {
    let mut key = [0u8; 32];
    let mut rng = rand_pcg::Pcg64::seed_from_u64(now); // expect: weak-random
    rng.fill(&mut key);
    key
}
