//! Compares several ways to do the same work.

/// Contenders that do the same work.
pub struct Contest {
    pub name: String,
    /// The number of events of a pass whose instructions and allocations are counted.
    pub counted: usize,
    /// The number of events of a pass whose time is measured.
    pub timed: usize,
    pub contenders: Vec<Contender>,
}

/// One pass over the events that were prepared for it.
pub type Pass = Box<dyn FnMut()>;

/// One way to do the work.
pub struct Contender {
    pub name: String,
    /// The name of the contender that its cost is compared with; none if there is none.
    pub against: Option<&'static str>,
    /// Prepares a pass over this many events; the preparation is not measured.
    pub prepare: Box<dyn Fn(usize) -> Pass>,
}

impl Contest {
    pub fn new(name: impl Into<String>, counted: usize, timed: usize) -> Self {
        Self { name: name.into(), counted, timed, contenders: Vec::new() }
    }

    /// Adds a contender that is compared with the one named `against` (`""` for none).
    pub fn add(
        &mut self,
        name: impl Into<String>,
        against: &'static str,
        prepare: impl Fn(usize) -> Pass + 'static,
    ) {
        let against = (!against.is_empty()).then_some(against);
        self.contenders.push(Contender { name: name.into(), against, prepare: Box::new(prepare) });
    }
}
