use std::path::{Path, PathBuf};

pub fn locate(name: &str) -> Option<PathBuf> {
    let root = Path::new("/srv/files");
    let path = root.join(name).canonicalize().ok()?;
    if !path.starts_with(root) {
        return None;
    }
    Some(path)
}
