#![doc = include_str!("clients.md")]
