use std::path::Path;

use axum::extract::Path as Segment;

async fn show(Segment(name): Segment<String>) -> Option<String> {
    let name = Path::new(&name).file_name()?;
    std::fs::read_to_string(Path::new("/srv/files").join(name)).ok()
}

async fn icon(Segment(name): Segment<String>) -> Option<Vec<u8>> {
    let extension = Path::new(&name).extension().and_then(|extension| extension.to_str())?;
    std::fs::read(format!("/srv/icons/{extension}.svg")).ok()
}

async fn same(Segment(name): Segment<String>) -> Option<String> {
    if Path::new(&name).file_name()?.to_str()? != name {
        return None;
    }
    std::fs::read_to_string(format!("/srv/files/{name}")).ok()
}
