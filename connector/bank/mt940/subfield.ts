// :86: in subfields, '166?00GUTSCHRIFT?20EREF+…?32NAME', as German, Austrian, Polish and Luxembourg banks write it.
import { GERMAN_RETURN_REASONS, PLUS_WORDS } from './key-table.ts';

export type Subfields = {
  /** The three digits in front (Geschäftsvorfallcode); null where a bank leaves them out. */
  digits: string | null;
  name: string | null;
  account: string | null;
  /** Subfield 34: why a payment came back, if it did. */
  reason: string | null;
  /** The bank's own text for the kind of transaction, and what it adds behind the remittance. */
  notes: string[];
  /** The subfields of the remittance as one text: a line end stands where one of them is not full, or begins with a word. */
  text: string;
};

/** A subfield stops at 27 characters; a full one goes on in the next without a blank. */
const SUBFIELD_UNITS = 27;

const START = /^\s*(\d{3})?([?>~|^&])(?=00|10|2\d|3\d|6[0-3])/;
const KEY = /^(?:00|10|[2367]\d)/;
const WORD = new RegExp(`^(?:${Object.keys(PLUS_WORDS).join('|')})\\+`);

/** The subfields of a :86: without line ends; null when it has none. */
export function subfieldsOf(field: string): Subfields | null {
  const start = START.exec(field);
  if (!start) return null;
  const fields = cut(field.slice(start[0].length - 1), start[2]!);
  const of = (keys: RegExp) => fields.filter((it) => keys.test(it.key)).map((it) => it.value);
  const account = flat(of(/^38$/)) ?? flat(of(/^31$/));
  const reason = of(/^34$/)[0]?.slice(0, 3) ?? '';
  return {
    digits: start[1] ?? null,
    name: flat(of(/^3[23]$/)),
    account: account?.replace(/ /g, '') ?? null,
    reason: /^9\d\d$/.test(reason) ? (GERMAN_RETURN_REASONS[reason] ?? reason) : null,
    notes: [flat(of(/^00$/)), flat(of(/^7\d$/))].filter((it) => it !== null),
    text: continued(of(/^[26]\d$/)),
  };
}

function cut(field: string, mark: string): { key: string; value: string }[] {
  const fields: { key: string; value: string }[] = [];
  for (const part of field.split(mark).slice(1)) {
    const last = fields.at(-1);
    if (KEY.test(part)) fields.push({ key: part.slice(0, 2), value: part.slice(2) });
    else if (last) last.value += mark + part;
  }
  return fields;
}

function continued(values: readonly string[]): string {
  let text = '';
  for (const [i, value] of values.entries()) {
    const isFull = i > 0 && values[i - 1]!.length >= SUBFIELD_UNITS && !WORD.test(value);
    text += i === 0 || isFull ? value : `\n${value}`;
  }
  return text;
}

/** Values of one kind on one line, null when there is none. */
function flat(values: readonly string[]): string | null {
  return continued(values).match(/\S+/g)?.join(' ') ?? null;
}
