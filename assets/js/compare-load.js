// What the comparison reads: the data file of a record, or of a case with its
// replies. null where the archive has no such thing.
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

// load gives {id, title, record, case, replies}: a record alone, or a case and
// the replies given to it.
export async function load(root, id) {
  const got = await json(root, id);
  if (!got) return null;
  if (!id.startsWith('cases/')) return { id, title: got.title || got.number || id, record: got, replies: [got] };
  const replies = (await Promise.all((got.replies || []).map((r) => json(root, r)))).filter(Boolean);
  return { id, title: `${got.label} ${got.title || ''}`.trim(), case: got, record: null, replies };
}
