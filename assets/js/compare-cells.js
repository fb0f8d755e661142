// What stands in a cell of the comparison: lines of {text, url}, by the row's
// key. A case speaks through its own facts, its replies and what the meetings said
// of it.
const list = (xs) => (xs || []).filter(Boolean).map((text) => ({ text }));
const all = (t, read) => t.replies.flatMap(read);

function passages(r, kind) {
  const of = (s) => s.kind === kind;
  const sections = [...(r.sections || []), ...(r.items || []).flatMap((i) => i.sections || [])];
  return sections.filter(of).flatMap((s) => (s.passages || []).map((p) => ({ text: p.text, url: `${r.id}/#${p.id}` })));
}

const readers = {
  council: (t) => list([t.case ? t.case.nameOfMeeting : [t.record.council, t.record.division].filter(Boolean).join(" ")]),
  number: (t) => list(t.case ? [t.case.label] : t.record.numbers || [t.record.number]),
  date: (t) => list((t.replies.length ? t.replies : t.items.slice(-1)).map((r) => r.date)),
  addressee: (t) => list([t.case?.department, ...all(t, (r) => r.addressee || [])]),
  inquiries: (t) => list(all(t, (r) => (r.inquiries || []).map((q) => [q.number, q.document, q.date].filter(Boolean).join(" ")))),
  information: (t) => list(t.case?.information),
  whose: (t) => list(t.case?.whose),
  purpose: (t) => list(t.case?.purpose),
  types: (t) => list(t.case ? t.case.types : t.record.types),
  kept: (t) => (t.case?.kept || []).map((line) => {
    const [id, ...rest] = line.split(" ");
    return { text: rest.join(" "), url: id.replace("#", "/#") };
  }),
  meetings: (t) => t.items.map((m) => ({ text: [m.date, m.title].filter(Boolean).join(" "), url: m.at })),
  outcome: (t) => list(t.replies.length ? all(t, (r) => [r.outcome, ...(r.items || []).map((i) => i.outcome)]) : [t.case?.outcome]),
  articles: (t) => list((t.case || t.record).articles),
  conclusion: (t) => list(all(t, (r) => (r.conclusion || "").split("\n"))),
  conditions: (t) => all(t, (r) => (r.conditions || []).map((c) => ({ text: c.text, url: `${r.id}/#${c.id}` }))),
  cites: (t) => [...new Map(all(t, (r) => r.cites || []).map((c) => [c.text, { text: c.text, url: c.to && `${c.to}/` }])).values()],
  members: (t) => list(all(t, (r) => r.members || [])),
};

export function cells(thing, key) {
  return (readers[key] ? readers[key](thing) : [...thing.items, ...thing.replies].flatMap((r) => passages(r, key))).filter((x) => x.text);
}
