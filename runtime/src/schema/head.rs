//! What a derive says of a stream and of each of its events, as constants.

/// Of the whole stream.
#[derive(Clone, Copy, Debug)]
#[doc(hidden)]
pub struct StreamHead {
    pub doc: &'static str,
    pub tag: Option<&'static str>,
    pub content: Option<&'static str>,
    pub end: Option<&'static str>,
    pub ignored: &'static [&'static str],
    /// Whether an `event:` line can name an event.
    pub has_lines: bool,
    /// Whether it is encoded, and each event has its line unless it says otherwise.
    pub is_encoded: bool,
}

/// Of one event.
#[derive(Clone, Copy, Debug)]
#[doc(hidden)]
pub struct EventHead {
    /// The canonical one first.
    pub names: &'static [&'static str],
    pub doc: &'static str,
    pub has_key: Option<&'static str>,
    pub flags: &'static [Flag],
}

/// What is special about an event.
#[derive(Clone, Copy, Debug, PartialEq)]
#[doc(hidden)]
pub enum Flag {
    /// Its names are how names begin.
    Prefix,
    /// It is written without an `event:` line.
    NoLine,
    Terminal,
    TerminalIf,
    Complete,
    CompleteIf,
    Error,
    Deprecated,
    /// A function of the user reads or writes it whole.
    Custom,
}

impl StreamHead {
    /// Without options.
    pub const NEW: Self = Self {
        doc: "",
        tag: None,
        content: None,
        end: None,
        ignored: &[],
        has_lines: true,
        is_encoded: false,
    };
}

impl EventHead {
    pub(super) fn is(&self, flag: Flag) -> bool {
        self.flags.contains(&flag)
    }

    /// What people read about it.
    pub(super) fn description(&self) -> String {
        let mut description = self.doc.to_owned();
        for flag in self.flags {
            let note = match flag {
                Flag::Terminal => "The stream ends after this event.",
                Flag::TerminalIf => "The stream may end after this event.",
                Flag::Complete => "The stream is complete after this event, and may go on.",
                Flag::CompleteIf => "The stream may be complete after this event.",
                Flag::Error => "The server's error report.",
                Flag::Prefix | Flag::NoLine | Flag::Deprecated | Flag::Custom => continue,
            };
            let separator = if description.is_empty() { "" } else { "\n\n" };
            description.push_str(separator);
            description.push_str(note);
        }
        description
    }
}
