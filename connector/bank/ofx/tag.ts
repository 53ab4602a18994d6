// What stands between '<' and '>' in an OFX file, read once for each spelling.

/** `opening` and `closing` are the tag as well-formed XML has it. */
export type Tag = {
  readonly name: string;
  readonly kind: 'open' | 'close' | 'empty';
  readonly opening: string;
  readonly closing: string;
};

/** OFX names stop at 32 characters; what is longer, attributes included, is text. */
export const TAG_UNITS_MAX = 256;
const NAME_UNITS_MAX = 64;

/** OFX has some 600 names; a file with more spellings than this is not worth remembering. */
const SPELLINGS_MAX = 5_000;

const TAG =
  /^(\/?)([A-Za-z][A-Za-z0-9._-]*)((?:\s+[A-Za-z_:][A-Za-z0-9_:.-]*\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"']+))*)\s*(\/?)$/;

/** Reads tags of one file; null for what is no tag. Each spelling is analysed once, however often it comes. */
export function tagReader(): (raw: string) => Tag | null {
  const known = new Map<string, Tag | null>();
  return (raw) => {
    const found = known.get(raw);
    if (found !== undefined) return found;
    const tag = readTag(raw);
    if (known.size < SPELLINGS_MAX) known.set(raw, tag);
    return tag;
  };
}

function readTag(raw: string): Tag | null {
  const parts = TAG.exec(raw);
  if (!parts || parts[2]!.length > NAME_UNITS_MAX) return null;
  const name = parts[2]!.toUpperCase();
  const kind = parts[1] === '/' ? 'close' : parts[4] === '/' ? 'empty' : 'open';
  return { name, kind, opening: `<${name}>`, closing: `</${name}>` };
}
