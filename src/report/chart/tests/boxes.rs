//! Where things lie in a chart. Boxes are resvg's, of the text as it is set.

use resvg::tiny_skia::Rect;
use resvg::usvg::{Fill, Group, Node, Paint, Stroke, TextChunk};

use super::reader;
use crate::report::chart::style::{BOTTOM, LEADING, Sizes};
use crate::report::figure::Medium;

/// The boxes of texts, and of marks other than what is white (paper, and light around whiskers).
#[derive(Default)]
pub struct Boxes {
    /// Which chart, for messages.
    name: String,
    pub texts: Vec<(String, Rect)>,
    pub marks: Vec<Rect>,
    sizes: Vec<f32>,
}

impl Boxes {
    pub fn of(name: &str, svg: &str) -> Self {
        let mut boxes = Self {
            name: name.to_owned(),
            ..Self::default()
        };
        boxes.gather(reader::read(svg).root());
        boxes
    }

    fn gather(&mut self, group: &Group) {
        let white = |paint: &Paint| matches!(paint, Paint::Color(c) if (c.red, c.green, c.blue) == (255, 255, 255));
        for node in group.children() {
            match node {
                Node::Group(group) => self.gather(group),
                Node::Text(text) => {
                    let words = text.chunks().iter().map(TextChunk::text).collect();
                    self.texts
                        .push((words, text.flattened().abs_bounding_box()));
                    let spans = text.chunks().iter().flat_map(TextChunk::spans);
                    let sizes = spans.map(|span| span.font_size().get());
                    self.sizes
                        .push(sizes.fold(f32::INFINITY, f32::min) * text.abs_transform().sx);
                }
                Node::Path(path) => {
                    let paint = path
                        .fill()
                        .map(Fill::paint)
                        .or(path.stroke().map(Stroke::paint));
                    if !paint.is_some_and(white) {
                        self.marks.push(path.abs_stroke_bounding_box());
                    }
                }
                Node::Image(_) => panic!("charts hold no images"),
            }
        }
    }

    /// Everything lies within the margins, and is a number.
    pub fn assert_inside(&self) {
        let texts = self.texts.iter().map(|&(_, area)| area);
        for area in self.marks.iter().copied().chain(texts) {
            assert!(
                area.left() >= 30.0 && area.right() <= 1165.0,
                "{}: {area:?}",
                self.name
            );
            assert!(
                area.top() >= 20.0 && area.bottom() <= 668.0,
                "{}: {area:?}",
                self.name
            );
        }
    }

    /// No text lies over another.
    pub fn assert_texts_apart(&self) {
        for (at, (text, area)) in self.texts.iter().enumerate() {
            for (other, there) in &self.texts[at + 1..] {
                assert!(
                    !overlap(*area, *there),
                    "{}: “{text}” and “{other}”",
                    self.name
                );
            }
        }
    }

    /// No text is smaller than a label of the medium, but for the caption at the foot.
    pub fn assert_readable(&self, medium: Medium) {
        let sizes = Sizes::of(medium);
        for ((text, area), &size) in self.texts.iter().zip(&self.sizes) {
            let is_caption = f64::from(area.top()) > BOTTOM - 3.2 * sizes.caption * LEADING;
            let least = if is_caption {
                sizes.caption
            } else {
                sizes.label
            };
            assert!(
                f64::from(size) >= least - 0.01,
                "{}: “{text}” at {size}",
                self.name
            );
        }
    }

    /// No text of those that `which` picks touches a mark.
    pub fn assert_texts_clear_of_marks(&self, which: impl Fn(Rect) -> bool) {
        for (text, area) in self.texts.iter().filter(|(_, area)| which(*area)) {
            let touched = self.marks.iter().find(|&&mark| overlap(*area, mark));
            assert!(
                touched.is_none(),
                "{}: “{text}” {area:?} and {touched:?}",
                self.name
            );
        }
    }
}

fn overlap(a: Rect, b: Rect) -> bool {
    a.left() < b.right() && b.left() < a.right() && a.top() < b.bottom() && b.top() < a.bottom()
}
