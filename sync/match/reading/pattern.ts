// All matches of a pattern in a label: most labels have none, and nothing is made for those.

const NONE: readonly RegExpExecArray[] = [];

/** The matches of a global pattern in their order. `matchAll` would copy the pattern for every label. */
export function matchesOf(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  if (match === null) return NONE;
  const found: RegExpExecArray[] = [];
  for (; match !== null; match = pattern.exec(text)) found.push(match);
  return found;
}
