//! A page of Markdown, for people who read it in a terminal.

use std::fmt::Write;

use anstyle::{AnsiColor, Effects, Style};
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};
use textwrap::core::display_width;

const HEADING: Style = Style::new().effects(Effects::BOLD);
const CODE: Style = AnsiColor::Cyan.on_default();
const DIMMED: Style = Style::new().effects(Effects::DIMMED);

/// Columns between two cells of a table.
const GAP: usize = 2;

/// The least width of a table's column, in columns of the terminal, where it has to be narrowed.
const LEAST: usize = 12;

/// The page with headings, code and tables as a terminal shows them, its text wrapped to `width` columns. A link to an address
/// is followed by it.
pub(crate) fn render(markdown: &str, width: usize) -> String {
    let mut page = Page {
        width,
        ..Page::default()
    };
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
        page.event(event);
    }
    page.text
}

#[derive(Default)]
struct Page {
    text: String,
    width: usize,
    /// The paragraph, heading or cell at hand.
    line: String,
    /// Of each list around it, the number of its next item, if it has numbers.
    lists: Vec<Option<u64>>,
    /// What its first line starts with.
    bullet: String,
    /// The rows of the table at hand.
    rows: Vec<Vec<String>>,
    code: Option<String>,
    link: Option<String>,
    /// Whether the next lines belong to those before.
    is_tight: bool,
}

impl Page {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => match &mut self.code {
                Some(code) => code.push_str(&text),
                None => self.line.push_str(&text),
            },
            Event::Code(code) => self.styled(CODE, &code),
            Event::SoftBreak | Event::HardBreak => self.line.push(' '),
            Event::Rule => self.block(&"─".repeat(self.width.min(40))),
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::List(first) => {
                self.paragraph();
                self.is_tight = !self.lists.is_empty();
                self.lists.push(first);
            }
            Tag::Item => {
                self.paragraph();
                self.bullet = match self.lists.last_mut() {
                    Some(Some(number)) => {
                        *number += 1;
                        format!("{}. ", *number - 1)
                    }
                    _ => "• ".to_owned(),
                };
            }
            Tag::CodeBlock(kind) => {
                self.paragraph();
                if let CodeBlockKind::Fenced(info) = &kind
                    && !info.is_empty()
                {
                    self.block(&format!("{DIMMED}    {info}{DIMMED:#}"));
                    self.is_tight = true;
                }
                self.code = Some(String::new());
            }
            Tag::Emphasis => self.line.push_str(&Style::new().italic().to_string()),
            Tag::Strong => self.line.push_str(&Style::new().bold().to_string()),
            Tag::Link { dest_url, .. } if dest_url.contains("://") => {
                self.link = Some(dest_url.into_string());
            }
            Tag::TableHead | Tag::TableRow => self.rows.push(Vec::new()),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph => self.paragraph(),
            TagEnd::Item => {
                self.paragraph();
                self.is_tight = true;
            }
            TagEnd::List(_) => {
                self.paragraph();
                self.lists.pop();
                self.bullet.clear();
                self.is_tight = !self.lists.is_empty();
            }
            TagEnd::Heading(_) => {
                let heading = std::mem::take(&mut self.line);
                self.is_tight = false;
                self.block(&format!("{HEADING}{heading}{HEADING:#}"));
            }
            TagEnd::CodeBlock => {
                let code = self.code.take().unwrap_or_default();
                self.block(&textwrap::indent(code.trim_end(), "    "));
            }
            TagEnd::Emphasis | TagEnd::Strong => {
                self.line.push_str(&anstyle::Reset.to_string());
            }
            TagEnd::Link => {
                if let Some(address) = self.link.take() {
                    self.line.push_str(" <");
                    self.styled(DIMMED, &address);
                    self.line.push('>');
                }
            }
            TagEnd::TableCell => {
                let cell = std::mem::take(&mut self.line);
                if let Some(row) = self.rows.last_mut() {
                    row.push(cell);
                }
            }
            TagEnd::Table => self.table(),
            _ => {}
        }
    }

    fn styled(&mut self, style: Style, text: &str) {
        // To a string nothing fails.
        let _ = write!(self.line, "{style}{text}{style:#}");
    }

    /// Ends the paragraph at hand, if there is one.
    fn paragraph(&mut self) {
        let line = std::mem::take(&mut self.line);
        if line.is_empty() {
            return;
        }
        let depth = self.lists.len().saturating_sub(1);
        // Further paragraphs of an item stand below its first.
        let indent = " ".repeat(display_width(&self.bullet));
        let bullet = std::mem::replace(&mut self.bullet, indent);
        let first = format!("{}{bullet}", "  ".repeat(depth));
        let others = " ".repeat(display_width(&first));
        let options = textwrap::Options::new(self.width)
            .initial_indent(&first)
            .subsequent_indent(&others)
            .break_words(false);
        let filled = textwrap::fill(&line, options);
        self.block(&filled);
    }

    /// Adds lines, with an empty one before them unless they belong to those before.
    fn block(&mut self, lines: &str) {
        if !self.text.is_empty() && !std::mem::take(&mut self.is_tight) {
            self.text.push('\n');
        }
        self.text.push_str(lines);
        self.text.push('\n');
    }

    /// Ends the table at hand: columns as wide as their cells, or as the terminal allows.
    fn table(&mut self) {
        let rows = std::mem::take(&mut self.rows);
        let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
        let widest = |column: usize| {
            let cells = rows.iter().filter_map(|row| row.get(column));
            cells.map(|cell| display_width(cell)).max().unwrap_or(0)
        };
        let mut widths: Vec<usize> = (0..columns).map(widest).collect();
        let room = self.width.saturating_sub(GAP * columns.saturating_sub(1));
        while widths.iter().sum::<usize>() > room {
            let Some(widest) = widths.iter_mut().max().filter(|width| **width > LEAST) else {
                break;
            };
            *widest -= 1;
        }
        let mut lines = String::new();
        for (index, row) in rows.iter().enumerate() {
            lines.push_str(&laid_out(row, &widths));
            if index == 0 {
                let rules: Vec<_> = widths.iter().map(|width| "─".repeat(*width)).collect();
                lines.push_str(&rules.join(&" ".repeat(GAP)));
                lines.push('\n');
            }
        }
        self.block(lines.trim_end());
    }
}

/// A row of a table, as many lines as its longest cell takes.
fn laid_out(row: &[String], widths: &[usize]) -> String {
    let cells = row.iter().zip(widths);
    let cells: Vec<_> = cells
        .map(|(cell, width)| textwrap::wrap(cell, *width))
        .collect();
    let height = cells.iter().map(Vec::len).max().unwrap_or_default();
    let mut lines = String::new();
    for line in 0..height {
        let mut text = String::new();
        let mut end = 0;
        for (cell, width) in cells.iter().zip(widths) {
            let part = cell.get(line).map_or("", |part| part);
            text.push_str(part);
            end += width + GAP;
            let padding = end.saturating_sub(display_width(&text));
            text.push_str(&" ".repeat(padding));
        }
        lines.push_str(text.trim_end());
        lines.push('\n');
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_laid_out_in_the_width_of_the_terminal() {
        let page = "# Title\n\nSome *prose* with `code` that is longer than a line,\nand goes on.\n\n- one item that \
                    is long enough for two lines\n- two\n\n1. first\n2. second\n\n| what | why |\n| --- | --- |\n| `a` | \
                    because of one thing and another |\n\n```python vulnerable\nx = 1\n\ny = 2\n```\n\n- [Page](https://a.example/b)\n";
        let plain = anstream::adapter::strip_str(&render(page, 36)).to_string();
        let expected = "\
Title

Some prose with code that is longer
than a line, and goes on.

• one item that is long enough for
  two lines
• two

1. first
2. second

what  why
────  ──────────────────────────────
a     because of one thing and
      another

    python vulnerable
    x = 1

    y = 2

• Page <https://a.example/b>
";
        assert_eq!(plain, expected);
    }
}
