use std::fs::File;
use std::os::unix::fs::PermissionsExt;

pub fn open() -> std::io::Result<File> {
    File::create("/tmp/report.csv") // expect: insecure-defaults
}

pub fn share() -> std::fs::Permissions {
    std::fs::Permissions::from_mode(0o666) // expect: insecure-defaults
}
