//! Ways to do the same work, side by side.

/// Contenders that do the same work.
pub struct Contest {
    pub name: String,
    /// Events of a pass whose instructions and allocations are counted.
    pub counted: usize,
    /// Events of a pass whose time is measured.
    pub timed: usize,
    pub contenders: Vec<Contender>,
}

/// One pass over the events that it was prepared for.
pub type Pass = Box<dyn FnMut()>;

/// One way to do the work.
pub struct Contender {
    pub name: String,
    /// What its cost is compared with, by name: nothing, or another contender.
    pub against: Option<&'static str>,
    /// Makes everything that a pass over so many events needs, which is not measured.
    pub prepare: Box<dyn Fn(usize) -> Pass>,
}

impl Contest {
    pub fn new(name: impl Into<String>, counted: usize, timed: usize) -> Self {
        Self { name: name.into(), counted, timed, contenders: Vec::new() }
    }

    /// One more contender, compared with the one of the name `against` (`""` for none).
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
