//! The recordings whose failures are not explained by the file itself: only for `--all`.

/// A file, the beginning of the line about its one failure, and the explanation.
const KNOWN: &[(&str, &str, &str)] = &[
    (
        "ag-ui/01.sse",
        "malformed: TEXT_MESSAGE_START: missing field `messageId`",
        "among its malformed examples",
    ),
    ("casper/01.sse", "truncated", "the node ran on when the recording stopped"),
    ("casper/03.sse", "truncated", "the node ran on when the recording stopped"),
    ("casper/09.sse", "truncated", "the node ran on when the recording stopped"),
    ("vertexai/07.sse", "truncated", "made for tests: no key of it is the API's"),
];

pub(crate) fn why(path: &str, failure: &str) -> Option<&'static str> {
    let known = |(file, begin, _): &&(&str, &str, &str)| *file == path && failure.starts_with(begin);
    KNOWN.iter().find(known).map(|(_, _, why)| *why)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_known_failures_are_explained() {
        assert!(why("casper/01.sse", "truncated: the recording has no event").is_some());
        assert_eq!(why("casper/01.sse", "malformed: message"), None);
        assert_eq!(why("casper/11.sse", "truncated: the recording has no event"), None);
    }
}
