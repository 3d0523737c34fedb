//! A ranking as a sheet.

use crate::report::sheet::{Cell, Column, Sheet, kind};
use crate::report::words::PURPOSE;
use crate::stats::Interval;
use crate::study::{Flips, LeftOutEntry, MovedNumber, Player, RankStudy, Ranking, SplitEntry};

/// The name of the sheet.
pub const RANK: &str = "rank";

/// The columns of a ranking.
pub const RANK_COLUMNS: [Column; 18] = [
    Column::new(
        "group",
        "Group",
        "",
        "left-out, opening (where the opener may choose), idle (without it no history differs), split, less or more (a number that is a fifth less or more)",
    ),
    Column::new("place", "Place", "", "Its place in its group, from 1"),
    Column::new("id", "Id", "", "The argument, the theme or the number"),
    Column::new(
        "arguments",
        "Arguments",
        "arguments",
        "How many arguments it has that count",
    ),
    Column::new("claim", "Claim", "", "What is claimed"),
    Column::new("who", "Who", "", "Who says it"),
    Column::new("quantity", "Quantity", "", "The quantity that is carried"),
    Column::new(
        "as_it_is",
        "Baseline",
        "as the quantity",
        "Its mean with all that counts",
    ),
    Column::new(
        "changed_to",
        "Changed to",
        "as the quantity",
        "Its mean after the change",
    ),
    Column::new(
        "change",
        "Change",
        "as the quantity",
        "Changed less the baseline; in a split what it adds",
    ),
    Column::new(
        "low",
        "Lower end",
        "as the quantity",
        "Lower end of the interval of the change",
    ),
    Column::new(
        "high",
        "Upper end",
        "as the quantity",
        "Upper end of the interval of the change",
    ),
    Column::new(
        "flipped",
        "End differently",
        "trials",
        "How many histories end differently",
    ),
    Column::new("calmer", "Calmer", "trials", "How many of these end calmer"),
    Column::new("worse", "Worse", "trials", "How many of these end worse"),
    Column::new(
        "trials",
        "Trials",
        "trials",
        "How many trials were run of each scenario",
    ),
    Column::new("purpose", "Purpose", "", "What the file is"),
    Column::new(
        "interval",
        "Interval",
        "",
        "What the interval is, or why there is none",
    ),
];

/// What a row of the sheet holds.
struct Row<'s> {
    group: &'static str,
    place: u64,
    id: &'s str,
    arguments: Option<u64>,
    claim: &'s str,
    who: &'s str,
    quantity: &'static str,
    as_it_is: Option<f64>,
    changed_to: Option<f64>,
    change: Option<(f64, Interval)>,
    flips: Option<Flips>,
}

/// The sheets of a ranking: a row for all that is ranked.
#[must_use]
pub fn sheets(study: &RankStudy) -> Vec<Sheet<'_>> {
    let rows = rows(study).into_iter();
    let trials = study.trials;
    vec![Sheet {
        name: RANK,
        columns: RANK_COLUMNS.into(),
        rows: Box::new(rows.map(move |row| cells(&row, trials).into())),
    }]
}

fn rows(study: &RankStudy) -> Vec<Row<'_>> {
    let quantity = study.quantity.name();
    let as_it_is = study.base.mean;
    match &study.ranking {
        Ranking::LeftOut(left_out) => {
            let mut rows = entries("left-out", &left_out.entries, quantity, as_it_is);
            if let Some(opening) = &left_out.opening {
                let name = crate::quantities::Quantity::Opening.name();
                rows.extend(entries(
                    "opening",
                    &opening.entries,
                    name,
                    opening.base.mean,
                ));
            }
            let idle = left_out.idle.iter().zip(1..);
            rows.extend(idle.map(|(player, place)| Row {
                as_it_is: Some(as_it_is),
                ..of_player("idle", place, player, quantity)
            }));
            rows
        }
        Ranking::Split(split) => {
            let entries = split.entries.iter().zip(1..);
            entries
                .map(|(entry, place)| of_split(entry, place, quantity, as_it_is))
                .collect()
        }
        Ranking::Numbers(numbers) => numbers
            .iter()
            .zip(1..)
            .flat_map(|(number, place)| of_number(number, place, quantity, as_it_is))
            .collect(),
    }
}

fn of_player<'s>(
    group: &'static str,
    place: u64,
    player: &'s Player,
    quantity: &'static str,
) -> Row<'s> {
    Row {
        group,
        place,
        id: &player.id,
        arguments: Some(player.arguments),
        claim: &player.claim,
        who: &player.who,
        quantity,
        as_it_is: None,
        changed_to: None,
        change: None,
        flips: None,
    }
}

fn entries<'s>(
    group: &'static str,
    entries: &'s [LeftOutEntry],
    quantity: &'static str,
    as_it_is: f64,
) -> Vec<Row<'s>> {
    entries
        .iter()
        .zip(1..)
        .map(|(entry, place)| of_entry(group, entry, place, quantity, as_it_is))
        .collect()
}

fn of_entry<'s>(
    group: &'static str,
    entry: &'s LeftOutEntry,
    place: u64,
    quantity: &'static str,
    as_it_is: f64,
) -> Row<'s> {
    Row {
        as_it_is: Some(as_it_is),
        changed_to: Some(entry.without.mean),
        change: Some((entry.difference.value, entry.difference.interval)),
        flips: Some(entry.flips),
        ..of_player(group, place, &entry.player, quantity)
    }
}

fn of_split<'s>(
    entry: &'s SplitEntry,
    place: u64,
    quantity: &'static str,
    as_it_is: f64,
) -> Row<'s> {
    Row {
        as_it_is: Some(as_it_is),
        change: Some((entry.value, entry.interval)),
        ..of_player("split", place, &entry.player, quantity)
    }
}

fn of_number<'s>(
    number: &'s MovedNumber,
    place: u64,
    quantity: &'static str,
    as_it_is: f64,
) -> [Row<'s>; 2] {
    [("less", &number.less), ("more", &number.more)].map(|(group, difference)| Row {
        group,
        place,
        id: &number.id,
        arguments: None,
        claim: &number.claim,
        who: &number.who,
        quantity,
        as_it_is: Some(as_it_is),
        changed_to: Some(as_it_is + difference.value),
        change: Some((difference.value, difference.interval)),
        flips: None,
    })
}

fn cells<'s>(row: &Row<'s>, trials: u64) -> [Cell<'s>; 18] {
    let [change, low, high] = row.change.map_or(
        [Cell::Nothing, Cell::Nothing, Cell::Nothing],
        |(value, interval)| Cell::estimate(value, interval),
    );
    let [flipped, calmer, worse] = row
        .flips
        .map_or([Cell::Nothing, Cell::Nothing, Cell::Nothing], |flips| {
            [flips.changed, flips.calmer, flips.worse].map(Cell::Count)
        });
    [
        Cell::text(row.group),
        Cell::Count(row.place),
        Cell::text(row.id),
        row.arguments.map_or(Cell::Nothing, Cell::Count),
        text_or_nothing(row.claim),
        text_or_nothing(row.who),
        Cell::text(row.quantity),
        row.as_it_is.map_or(Cell::Nothing, Cell::Number),
        row.changed_to.map_or(Cell::Nothing, Cell::Number),
        change,
        low,
        high,
        flipped,
        calmer,
        worse,
        Cell::Count(trials),
        Cell::text(PURPOSE),
        row.change
            .map_or(Cell::Nothing, |(_, interval)| kind(interval)),
    ]
}

fn text_or_nothing(text: &str) -> Cell<'_> {
    Cell::maybe(Some(text).filter(|text| !text.is_empty()))
}
