//! The report: Markdown with tables and charts.

pub mod chart;
pub mod machine;
pub mod table;

use std::fs;
use std::path::{Path, PathBuf};

/// The text of the report, and the folder for its charts.
pub struct Report {
    root: PathBuf,
    text: String,
}

impl Report {
    pub fn new(root: &Path) -> Self {
        Self { root: root.to_owned(), text: String::new() }
    }

    pub fn heading(&mut self, text: &str) {
        self.paragraph(&format!("## {text}"));
    }

    pub fn paragraph(&mut self, text: &str) {
        self.text.push_str(text.trim_end());
        self.text.push_str("\n\n");
    }

    /// A chart that is written to a file of this name and shown here.
    pub fn chart(&mut self, name: &str, chart: &chart::Chart) {
        let path = format!("docs/benchmarks/{name}.svg");
        let file = self.root.join(&path);
        fs::create_dir_all(file.parent().expect("a folder")).expect("the folder can be made");
        chart.draw(&file);
        self.paragraph(&format!("![{}]({path})", chart.title));
    }

    pub fn text(&self) -> &str {
        self.text.trim_end()
    }
}
