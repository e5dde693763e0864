// How far apart two spellings of a foreign name are: kg/resolve/spelling.py in the page, with the same costs.

const SOUNDS = MODEL.sounds;
const exchanged = new Map();
for (const { letters, cost } of SOUNDS.classes) {
  for (const a of letters) for (const b of letters) if (a !== b) exchanged.set(a + b, Math.min(cost, exchanged.get(a + b) ?? 1));
}

const prepared = (word) => {
  let text = word;
  for (const [two, one] of SOUNDS.digraphs) text = text.replaceAll(two, one);
  return [...text].filter((letter, index, all) => index === 0 || all[index - 1] !== letter);
};

const spellingDistance = (a, b) => {
  const absent = (letter) => SOUNDS.missing[letter] ?? 1;
  let row = [0];
  for (const y of b) row.push(row[row.length - 1] + absent(y));
  for (const x of a) {
    const next = [row[0] + absent(x)];
    b.forEach((y, at) => {
      const change = row[at] + (x === y ? 0 : exchanged.get(x + y) ?? 1);
      next.push(Math.min(change, row[at + 1] + absent(x), next[at] + absent(y)));
    });
    row = next;
  }
  return row[row.length - 1];
};

const spellingLimit = (a, b) => {
  const consonants = (word) => word.filter((letter) => SOUNDS.missing[letter] === undefined || letter === "\u0647").length;
  const shared = Math.min(consonants(a), consonants(b));
  return shared < 1 ? 0 : SOUNDS.limit[shared] ?? Math.max(...Object.values(SOUNDS.limit));
};

// Is each word of the query a spelling of some word of the name? Both folded.
const soundsLike = (query, form) => {
  const words = form.split(/\s+/).map(prepared);
  return query.split(/\s+/).every((each) => {
    const wanted = prepared(each);
    return words.some((word) => Math.abs(word.length - wanted.length) <= 3 && spellingDistance(wanted, word) <= spellingLimit(wanted, word));
  });
};
