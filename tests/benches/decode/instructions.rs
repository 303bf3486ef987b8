//! What a benchmark does under callgrind instead of measuring time: one pass of one contender, or none, for what the
//! preparation costs. `tests/benches/run` asks for it.

/// Contenders that do the same work.
pub struct Group {
    /// As it is asked for.
    pub name: &'static str,
    /// Events of the pass that is counted.
    pub events: usize,
    /// Their names, in order.
    pub contenders: Vec<&'static str>,
}

/// Whether the variable `INSTRUCTIONS_OF` asked for anything: `list`, or `group/contender number/events`.
pub fn asked(groups: &[Group], pass: impl Fn(usize, usize, usize)) -> bool {
    let Ok(which) = std::env::var("INSTRUCTIONS_OF") else { return false };
    if which == "list" {
        for Group { name, events, contenders } in groups {
            for (number, contender) in contenders.iter().enumerate() {
                println!("{name}/{number}/{events}\t{contender}");
            }
        }
        return true;
    }
    let parts: Vec<&str> = which.split('/').collect();
    let [name, number, events] = parts[..] else { panic!("INSTRUCTIONS_OF={which}") };
    let group = groups.iter().position(|group| group.name == name).expect("a group of the list");
    pass(group, number.parse().expect("a number"), events.parse().expect("a number"));
    true
}
