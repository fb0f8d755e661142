// What the comparison reads: the data file of a record, or of a case with its
// replies and the minutes of its meetings. null where the archive has no such
// thing.
const known = new Map();

function json(root, id) {
  if (!/^(replies|minutes|cases)\/[a-z0-9-]+$/.test(id)) return Promise.resolve(null);
  if (!known.has(id)) {
    known.set(id, fetch(`${root}data/${id}.json`).then((r) => {
      if (r.status === 404) return null;
      if (!r.ok) throw new Error(String(r.status));
      return r.json();
    }).catch((e) => { known.delete(id); throw e; }));
  }
  return known.get(id);
}

// itemOf is the item that minutes/h30-1#i03 names, as if it were a record.
async function itemOf(root, ref) {
  const [id, item] = ref.split("#");
  const minutes = await json(root, id);
  const sections = minutes?.items?.[parseInt(item.slice(1), 10) - 1]?.sections;
  return sections && { id, at: `${id}/#${item}`, date: minutes.date, title: minutes.title, sections };
}

// load gives {id, title, record, case, items, replies}: a record alone, or a case
// with what the meetings said of it and the replies given to it.
export async function load(root, id) {
  const got = await json(root, id);
  if (!got) return null;
  if (!id.startsWith("cases/")) return { id, title: got.title || got.number || id, record: got, items: [], replies: [got] };
  const replies = (await Promise.all((got.replies || []).map((r) => json(root, r)))).filter(Boolean);
  const items = (await Promise.all((got.items || []).map((ref) => itemOf(root, ref)))).filter(Boolean);
  return { id, title: `${got.label} ${got.title || ""}`.trim(), case: got, record: null, items, replies };
}
