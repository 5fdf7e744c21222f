//! What two texts do not have in common.

/// The one range in which a text differs from an earlier one, in bytes. It begins and ends between characters of both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// Where it begins, in both texts.
    pub start: usize,
    /// Its end in the earlier text.
    pub old_end: usize,
    /// Its end in the text.
    pub new_end: usize,
}

impl Change {
    /// The smallest such range.
    pub fn between(old: &str, new: &str) -> Change {
        let shorter = old.len().min(new.len());
        let (old_bytes, new_bytes) = (old.as_bytes(), new.as_bytes());
        let mut start = common_prefix(old_bytes, new_bytes);
        let behind = common_suffix(&old_bytes[start..], &new_bytes[start..]).min(shorter - start);
        while !old.is_char_boundary(start) || !new.is_char_boundary(start) {
            start -= 1;
        }
        let (mut old_end, mut new_end) = (old.len() - behind, new.len() - behind);
        while !old.is_char_boundary(old_end) || !new.is_char_boundary(new_end) {
            old_end += 1;
            new_end += 1;
        }
        Change {
            start,
            old_end,
            new_end,
        }
    }

    /// Where something that starts behind the change, or before it, starts after it.
    pub fn moved(&self, offset: usize) -> usize {
        if offset < self.old_end {
            return offset;
        }
        offset - self.old_end + self.new_end
    }
}

fn common_prefix(one: &[u8], two: &[u8]) -> usize {
    const CHUNK: usize = 64;
    let chunks = one.chunks_exact(CHUNK).zip(two.chunks_exact(CHUNK));
    let equal = CHUNK * chunks.take_while(|(one, two)| one == two).count();
    let rest = one[equal..].iter().zip(&two[equal..]);
    equal + rest.take_while(|(one, two)| one == two).count()
}

fn common_suffix(one: &[u8], two: &[u8]) -> usize {
    const CHUNK: usize = 64;
    let chunks = one.rchunks_exact(CHUNK).zip(two.rchunks_exact(CHUNK));
    let equal = CHUNK * chunks.take_while(|(one, two)| one == two).count();
    let rest = one[..one.len() - equal].iter().rev();
    let rest = rest.zip(two[..two.len() - equal].iter().rev());
    equal + rest.take_while(|(one, two)| one == two).count()
}

#[cfg(test)]
mod tests {
    use super::Change;

    #[test]
    fn a_change_is_as_small_as_characters_allow() {
        let of = |old: &str, new: &str| {
            let change = Change::between(old, new);
            (change.start, change.old_end, change.new_end)
        };
        assert_eq!(of("abc", "abc"), (3, 3, 3));
        assert_eq!(of("", "abc"), (0, 0, 3));
        assert_eq!(of("aaa", "aaaa"), (3, 3, 4));
        assert_eq!(of("a\u{e9}b", "a\u{e8}b"), (1, 3, 3));
        let long = "x".repeat(200);
        assert_eq!(
            of(&format!("{long}a{long}"), &format!("{long}bc{long}")),
            (200, 201, 202)
        );
    }
}
