//! Perplexity: chat chunks, the last of which has another name and ends the stream. There is no sentinel.

use serde::Deserialize;
use sse_event::SseEvent;

#[derive(Debug, SseEvent)]
#[sse(tag = "object")]
pub enum SonarEvent {
    #[event("chat.completion.chunk")]
    Chunk(Completion),
    #[event("chat.completion.done", terminal)]
    Done(Completion),
}

/// Each chunk contains everything that the search found so far.
#[derive(Debug, Deserialize)]
pub struct Completion {
    pub choices: Vec<Choice>,
    pub search_results: Option<Vec<SearchResult>>,
    pub usage: Option<Usage>,
}

#[derive(Debug, Deserialize)]
pub struct Choice {
    pub delta: Option<Text>,
    /// The text so far.
    pub message: Option<Text>,
    pub finish_reason: Option<String>,
}

#[derive(Debug, Deserialize)]
pub struct Text {
    pub content: Option<String>,
}

#[derive(Debug, Deserialize)]
pub struct SearchResult {
    pub title: String,
    pub url: String,
    pub date: Option<String>,
}

#[derive(Debug, Deserialize)]
pub struct Usage {
    pub total_tokens: u64,
    pub cost: Option<Cost>,
}

#[derive(Debug, Deserialize)]
pub struct Cost {
    pub total_cost: f64,
}

#[cfg(test)]
mod tests {
    use sse_event::StreamError;
    use sse_event::reader::EventReader;

    use super::*;

    fn read(stream: &str) -> Vec<Result<SonarEvent, StreamError<std::io::Error>>> {
        EventReader::new(stream.as_bytes()).collect()
    }

    #[test]
    fn last_chunk_has_another_name() {
        let events = read(include_str!("perplexity.sse"));
        let [Ok(SonarEvent::Chunk(first)), Ok(SonarEvent::Chunk(second)), Ok(SonarEvent::Done(last))] =
            &events[..]
        else {
            panic!("{events:?}");
        };
        let (first, second, done) = (&first.choices[0], &second.choices[0], &last.choices[0]);
        let content =
            |text: &Option<Text>| text.as_ref().and_then(|text| text.content.clone()).expect("a text");
        let text = content(&first.delta) + &content(&second.delta);
        assert_eq!([&content(&second.message), &content(&done.message)], [&text; 2]);
        assert_eq!((&*text, done.finish_reason.as_deref()), ("The Limmat leaves the lake.", Some("stop")));

        let results = last.search_results.as_deref().expect("what the search found");
        let titles: Vec<_> = results.iter().map(|result| (&*result.title, &*result.url)).collect();
        assert_eq!(
            titles,
            [("Limmat", "https://rivers.example/limmat"), ("Lakes", "https://lakes.example/")]
        );
        assert_eq!(results[0].date.as_deref(), Some("2025-11-02"));
        let usage = last.usage.as_ref().expect("the usage");
        let cost = usage.cost.as_ref().expect("its cost");
        assert_eq!(format!("{} for {}", usage.total_tokens, cost.total_cost), "17 for 0.006");
    }

    #[test]
    fn stream_without_last_chunk_is_truncated() {
        let (cut, _) = include_str!("perplexity.sse").rsplit_once("data:").expect("several events");
        assert!(matches!(&read(cut)[..], [Ok(_), Ok(_), Err(StreamError::Truncated)]));
    }

    #[test]
    fn optional_fields_may_be_missing() {
        for event in [
            r#"data: {"object":"chat.completion.chunk","choices":[{"delta":{"content":null}}],"search_results":null,"usage":{"total_tokens":1}}"#,
            r#"data: {"object":"chat.completion.done","choices":[{"message":{"content":"t"},"finish_reason":"stop"}]}"#,
        ] {
            let events = read(&format!("{event}\n\n"));
            assert!(events[0].is_ok(), "{events:?}");
        }
    }
}
