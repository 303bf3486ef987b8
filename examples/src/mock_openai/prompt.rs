//! The user's text, and the response to it.

use serde::Deserialize;

/// A text, or the turns of a conversation.
#[derive(Debug, Deserialize)]
#[serde(untagged, expecting = "neither a text nor a list of messages")]
pub(super) enum Prompt {
    Text(String),
    Turns(Vec<Turn>),
}

#[derive(Debug, Deserialize)]
pub(super) struct Turn {
    role: Option<String>,
    /// `None` for a tool call or its output.
    content: Option<Content>,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Content {
    Text(String),
    Parts(Vec<Part>),
}

#[derive(Debug, Deserialize)]
struct Part {
    /// `None` for an image.
    text: Option<String>,
}

/// The text of the response, and its usage with one token per word.
pub(super) struct Answer {
    pub(super) text: String,
    pub(super) input_tokens: usize,
    pub(super) output_tokens: usize,
}

impl Prompt {
    /// The user's last text, backwards, which is recognizably not a prepared answer.
    pub(super) fn answer(&self) -> Answer {
        let prompt = self.text();
        let mut words: Vec<_> = prompt.split_whitespace().collect();
        words.reverse();
        let text = format!("You wrote {} words. Backwards they are:\n{}", words.len(), words.join(" "));
        Answer { input_tokens: words.len(), output_tokens: deltas(&text).count(), text }
    }

    fn text(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Turns(turns) => {
                let last = turns.iter().rfind(|turn| turn.role.as_deref() == Some("user"));
                last.and_then(|turn| turn.content.as_ref()).map(Content::text).unwrap_or_default()
            }
        }
    }
}

impl Content {
    fn text(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Parts(parts) => {
                parts.iter().filter_map(|part| part.text.as_deref()).collect::<Vec<_>>().join("\n")
            }
        }
    }
}

impl Answer {
    /// The pieces in which the text is sent: words, each with the following space.
    pub(super) fn deltas(&self) -> impl Iterator<Item = String> {
        deltas(&self.text).map(str::to_owned)
    }
}

fn deltas(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn response_is_made_from_the_last_user_text() {
        for prompt in [
            r#""one  two""#,
            r#"[{"role":"user","content":"zero"},{"role":"user","content":"one two"},{"type":"reasoning"}]"#,
            r#"[{"role":"user","content":[{"type":"text","text":"one"},{"type":"image_url"},{"text":"two"}]},
                {"role":"assistant","content":"three"}]"#,
        ] {
            let answer = serde_json::from_str::<Prompt>(prompt).expect("a prompt").answer();
            assert_eq!(answer.text, "You wrote 2 words. Backwards they are:\ntwo one", "{prompt}");
            assert_eq!(answer.deltas().collect::<String>(), answer.text);
            assert_eq!((answer.input_tokens, answer.output_tokens), (2, 9));
        }
    }
}
