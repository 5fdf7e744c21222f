//! `rules/TUTORIAL.md` does what it says.

use std::path::Path;

use super::started::{Folder, Run};

/// A fenced block: what stands behind the fence, and its lines.
struct Block<'t> {
    info: &'t str,
    text: String,
}

fn blocks(page: &str) -> Vec<Block<'_>> {
    let mut blocks = Vec::new();
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        let info = line.trim_start_matches('`');
        let fence = &line[..line.len() - info.len()];
        if fence.len() >= 3 {
            let inside = lines.by_ref().take_while(|line| *line != fence);
            let text = inside.flat_map(|line| [line, "\n"]).collect();
            blocks.push(Block { info, text });
        }
    }
    blocks
}

/// Whether a text is one in which `...` on a line of its own stands for any lines.
fn fits(text: &str, expected: &str) -> bool {
    let mut rest = text;
    let parts: Vec<_> = expected.split("...\n").collect();
    let last = parts.len() - 1;
    parts.iter().enumerate().all(|(index, part)| {
        let found = match index {
            _ if index == last => rest.ends_with(part).then(|| rest.len() - part.len()),
            0 => rest.starts_with(part).then_some(0),
            _ => rest.find(part),
        };
        let found = found.filter(|found| index > 0 || *found == 0);
        rest = &rest[found.map_or(0, |found| found + part.len())..];
        found.is_some()
    })
}

#[test]
fn the_tutorial_does_what_it_says() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../rules/TUTORIAL.md");
    let page = std::fs::read_to_string(path).expect("the tutorial");
    let folder = Folder::with(&[]);
    let check = ".tripline/checks/warehouse-export.md";
    let mut commands = 0;
    for block in blocks(&page) {
        let Some(console) = block.text.strip_prefix("$ tripline ") else {
            let (_, name) = block.info.split_once(' ').expect("a block is a file");
            folder.write(name, block.text.as_bytes());
            continue;
        };
        let (command, expected) = console.split_once('\n').expect("a command is a line");
        if expected.contains("1 failure") {
            let text = folder.read(check).replace("  # expect", "");
            folder.write(check, text.as_bytes());
        }
        let arguments: Vec<_> = command.split(' ').collect();
        let Run { stdout, stderr, .. } = folder.run(&arguments);
        let shown = format!("{stdout}{}", stderr.replace("<folder>/", ""));
        assert!(
            fits(&shown, expected),
            "{command}:\n{shown}\nis not\n{expected}"
        );
        commands += 1;
    }
    assert!(commands >= 6, "there are commands in it");
}
