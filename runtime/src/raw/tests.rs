use super::*;

#[test]
fn missing_name_and_message_are_unequal_and_the_same_event() {
    let (unnamed, message) = (RawEventBuf::new("", "x"), RawEventBuf::new("message", "x"));
    assert_ne!(unnamed, message);
    assert!(unnamed.same_event(&message) && message.same_event(&unnamed));
    assert!(!unnamed.same_event(&RawEventBuf::new("Message", "x")), "names are compared exactly");
    assert!(!unnamed.same_event(&RawEventBuf::new("message", "y")));
    assert!(!unnamed.same_event(&message.with_id("7")));
}

#[test]
fn every_field_counts_for_equality() {
    let raw = RawEvent::new("a", "1");
    assert_ne!(raw, RawEvent::new("b", "1"));
    assert_ne!(raw, RawEvent::new("a", "2"));
    assert_ne!(raw, raw.with_id("1"));
    assert_ne!(raw, raw.with_retry(Duration::from_secs(1)));
}

#[test]
fn empty_id_is_kept() {
    assert_eq!(RawEvent::new("a", "1").with_id("7").with_id("").id, Some(""));
    assert_eq!(RawEventBuf::new("a", "1").with_id("7").with_id("").id.as_deref(), Some(""));
    assert_ne!(RawEvent::new("a", "1").with_id(""), RawEvent::new("a", "1"));
    assert!(RawEvent::new("a", "1").with_id("").same_event(&RawEvent::new("a", "1")));
}

#[test]
fn conversions_keep_every_field() {
    let raw = RawEvent::new("a", "1").with_id("7").with_retry(Duration::from_millis(20));
    assert_eq!(raw.to_buf().as_raw_event(), raw);
    assert_eq!(RawEventBuf::new("a", "1").with_id("7").with_retry(Duration::from_millis(20)), raw.to_buf());
}
