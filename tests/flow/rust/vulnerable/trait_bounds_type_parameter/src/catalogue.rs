/// What can be looked up.
pub trait Catalogue {
    /// How many books have words in their title.
    fn count(&self, condition: &str) -> u32;

    /// How many books are by an author.
    fn by(&self, author: &str) -> u32 {
        self.count(&format!("author = '{author}'"))
    }
}
