//! Instructions (callgrind) and allocations (DHAT) of one pass. This program runs itself twice, with a pass and with
//! only the preparation, and takes the difference.

use std::collections::VecDeque;
use std::env;
use std::path::Path;
use std::process::Command;
use std::sync::Mutex;
use std::thread;

use crate::contest::Contest;

/// The environment variable that tells the program under valgrind what to run: `contest/contender/passes`.
const PASS: &str = "SSE_EVENT_PASS";

/// Counts per event, and the peak of heap bytes.
#[derive(Clone, Copy, Default)]
pub struct Count {
    pub instructions: f64,
    pub allocations: f64,
    pub peak: f64,
}

/// Runs the pass that the environment requests. Returns whether it requests one.
pub fn pass(contests: &[Contest]) -> bool {
    let Ok(pass) = env::var(PASS) else { return false };
    let [contest, contender, passes] = pass.split('/').collect::<Vec<_>>()[..] else {
        panic!("{PASS}={pass}")
    };
    let contest = contests.iter().find(|other| other.name == contest).expect("the name of a contest");
    let contender = &contest.contenders[contender.parse::<usize>().expect("a number")];
    let mut pass = (contender.prepare)(contest.counted);
    for _ in 0..passes.parse().expect("a number") {
        pass();
    }
    true
}

/// Counts each contender, using all processors.
pub fn count(contest: &Contest) -> Vec<Count> {
    let program = env::current_exe().expect("the path of this program");
    let (name, events, contenders) = (&contest.name, contest.counted, contest.contenders.len());
    let waiting: Mutex<VecDeque<usize>> = Mutex::new((0..contenders).collect());
    let counts = Mutex::new(vec![Count::default(); contenders]);
    let work = || {
        loop {
            let Some(place) = waiting.lock().expect("no panic").pop_front() else { return };
            let count = difference(&program, events, |passes| format!("{name}/{place}/{passes}"));
            counts.lock().expect("no panic")[place] = count;
        }
    };
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, Into::into) {
            scope.spawn(work);
        }
    });
    counts.into_inner().expect("no panic")
}

/// The difference that one pass over this many events makes to the counts of a program. `variable` sets the number of
/// passes.
fn difference(program: &Path, events: usize, variable: impl Fn(usize) -> String) -> Count {
    let [prepared, passed] = [0, 1].map(|passes| {
        let run = |tool: &str| run(tool, Command::new("valgrind").env(PASS, variable(passes)), program, &[]);
        let (callgrind, dhat) = (run("callgrind"), run("dhat"));
        Count {
            instructions: number_after(&callgrind, "Collected : ", 0),
            allocations: number_after(&dhat, "Total: ", 1),
            peak: number_after(&dhat, "At t-gmax: ", 0),
        }
    });
    Count {
        instructions: (passed.instructions - prepared.instructions) / events as f64,
        allocations: (passed.allocations - prepared.allocations) / events as f64,
        peak: passed.peak - prepared.peak,
    }
}

/// Instructions of one run of another program.
pub fn instructions(program: &Path, arguments: &[&str]) -> f64 {
    number_after(&run("callgrind", &mut Command::new("valgrind"), program, arguments), "Collected : ", 0)
}

/// The output of valgrind for a run.
fn run(tool: &str, valgrind: &mut Command, program: &Path, arguments: &[&str]) -> String {
    valgrind.arg(format!("--tool={tool}")).arg(format!("--{tool}-out-file=/dev/null"));
    let output = valgrind.arg(program).args(arguments).output().expect("valgrind is installed");
    let text = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{text}");
    text
}

/// The number at this position after `label` in the output of valgrind.
fn number_after(text: &str, label: &str, place: usize) -> f64 {
    let (_, rest) = text.split_once(label).unwrap_or_else(|| panic!("{label} is not in: {text}"));
    let line = rest.lines().next().unwrap_or_default().replace(',', "");
    let mut numbers = line.split_whitespace().filter_map(|word| word.parse().ok());
    numbers.nth(place).unwrap_or_else(|| panic!("no number in: {line}"))
}
