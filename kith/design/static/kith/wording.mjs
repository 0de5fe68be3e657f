// Where a text says what the list has other words for: the same as kith/design/wording in Python, tried on one table.
const LETTER = "0-9A-Za-z\\u00aa\\u00b5\\u00ba\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u1fff\\u2c00-\\u2dff\\u3040-\\ud7ff\\uf900-\\ufaff";
const WORD = new RegExp(`[${LETTER}]+(?:['\\u2019][${LETTER}]+)*`, "gu");
const JOINS = /^[ \t\n\u00a0\u2010\u2011-]+$/u;
const PARAGRAPHS = /\n[ \t]*\n/u;
// A quotation that is not closed yet runs to the end of its paragraph: it is being typed.
const QUOTED = new RegExp(
  '\\u201c[^\\u201d]*(?:\\u201d|$)|"[^"]*(?:"|$)|\\u00ab[^\\u00bb]*(?:\\u00bb|$)' +
    `|(?<![${LETTER}])['\\u2018](?![ \\t\\n'\\u2019])(?:[^'\\u2019]|['\\u2019](?=[${LETTER}]))*['\\u2019](?![${LETTER}])`,
  "gu",
);

export function hints(text, phrases) {
  const found = new Map();
  for (const paragraph of unquoted(text))
    for (const hint of inParagraph(paragraph, phrases)) if (!found.has(hint.entry.key)) found.set(hint.entry.key, hint);
  return [...found.values()];
}

// Phrases by the word that they begin with, the longest first.
export function byFirstWord(entries) {
  const phrases = new Map();
  for (const entry of entries)
    for (const [group, meansElse] of [[entry.not_in, true], [entry.phrases, false]])
      for (const phrase of group) {
        const said = words(phrase).map((each) => each.says);
        if (!said.length) continue;
        if (!phrases.has(said[0])) phrases.set(said[0], []);
        phrases.get(said[0]).push({ said, entry, meansElse });
      }
  for (const each of phrases.values()) each.sort((one, other) => other.said.length - one.said.length);
  return phrases;
}

function unquoted(text) {
  return text.replace(/\r\n?/gu, "\n").split(PARAGRAPHS).map((each) => each.replace(QUOTED, "\0"));
}

function words(paragraph) {
  const found = [];
  let last = 0;
  for (const { 0: word, index } of paragraph.matchAll(WORD)) {
    const says = word.toLowerCase().replaceAll("\u2019", "'").replace(/'s$/u, "");
    found.push({ says, start: index, end: index + word.length, joined: found.length > 0 && JOINS.test(paragraph.slice(last, index)) });
    last = index + word.length;
  }
  return found;
}

function inParagraph(paragraph, phrases) {
  const held = words(paragraph);
  const standing = [];
  held.forEach((word, start) => {
    for (const phrase of phrases.get(word.says) ?? [])
      if (stands(held, start, phrase.said)) standing.push({ ...phrase, start, end: start + phrase.said.length });
  });
  const found = [];
  let after = 0;
  for (const each of standing) {
    if (each.meansElse || each.start < after || meansElse(each, standing)) continue;
    found.push({ wrote: paragraph.slice(held[each.start].start, held[each.end - 1].end), entry: each.entry });
    after = each.end;
  }
  return found;
}

function stands(held, at, said) {
  return said.every((word, n) => held[at + n]?.says === word && (n === 0 || held[at + n].joined));
}

function meansElse(one, standing) {
  return standing.some((each) => each.meansElse && each.entry.key === one.entry.key && each.start <= one.start && one.end <= each.end);
}
