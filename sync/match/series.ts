// Numbering series: what a company's invoice numbers look like, so that a number written short is still read whole.

/** One part of a number: letters as printed, a year, a short counter such as a month, or the running number. */
type Part =
  | { kind: 'letters'; text: string }
  | { kind: 'year' }
  | { kind: 'digits'; width: number }
  | { kind: 'running' };

export type Series = {
  key: string;
  parts: readonly Part[];
  /** Letters that open the number; empty when it starts with digits. */
  prefix: string;
  /** Width of the running number as printed: equal when it is padded. */
  widthMin: number;
  widthMax: number;
  /** Largest running number. */
  high: number;
  count: number;
  /** How many numbers there are of each width. */
  readonly widths: number[];
};

const PIECES = /[A-Z]+|\d+/g;
const YEAR = /^(?:19|20)\d\d$/;

/** The pieces of a number in capitals: 'FAC/2026/00560' has FAC, 2026 and 00560. */
export function piecesOf(number: string): string[] {
  return number.match(PIECES) ?? [];
}

/** Learns the series of numbers; `of` returns the same object for all numbers of a series. */
export class SeriesBook {
  readonly #byKey = new Map<string, Series>();
  /** Series whose largest number went: how high they go is to be found again. */
  #loose = new Set<Series>();
  #ranked: readonly Series[] | null = null;

  /** The series of this number, counted; null for a number without digits. `number` in capitals without accents. */
  learn(number: string): Series | null {
    const found = placed(number);
    if (found === null) return null;
    const { key, parts, text } = found;
    let series = this.#byKey.get(key);
    if (!series) {
      const prefix = parts[0]?.kind === 'letters' ? parts[0].text : '';
      series = { key, parts, prefix, widthMin: text.length, widthMax: text.length, high: 0, count: 0, widths: [] };
      this.#byKey.set(key, series);
      this.#ranked = null;
    }
    series.count += 1;
    series.widths[text.length] = (series.widths[text.length] ?? 0) + 1;
    series.widthMin = Math.min(series.widthMin, text.length);
    series.widthMax = Math.max(series.widthMax, text.length);
    series.high = Math.max(series.high, Number(text));
    return series;
  }

  /** Takes back what this number taught; where it was the largest, `high` is right again after `raise` of those that are left. */
  forget(number: string): void {
    const found = placed(number);
    const series = found && this.#byKey.get(found.key);
    if (!series) return;
    const { text } = found;
    series.count -= 1;
    this.#ranked = null;
    if (series.count === 0) {
      this.#byKey.delete(series.key);
      return;
    }
    series.widths[text.length] = (series.widths[text.length] ?? 0) - 1;
    series.widthMin = series.widths.findIndex((count) => count > 0);
    series.widthMax = series.widths.findLastIndex((count) => count > 0);
    if (Number(text) === series.high) this.#loose.add(series);
  }

  /** The series whose largest number went, with `high` at nothing. */
  takeLoose(): ReadonlySet<Series> {
    const loose = this.#loose;
    this.#loose = new Set();
    for (const series of loose) series.high = 0;
    return loose;
  }

  /** A series goes as high as this number of it. */
  raise(series: Series, number: string): void {
    series.high = Math.max(series.high, Number(placed(number)?.text ?? 0));
  }

  /** The series of the most numbers first; equals by their key, so that the order never depends on the input's. */
  ranked(max: number): readonly Series[] {
    this.#ranked ??= [...this.#byKey.values()].sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
    return this.#ranked.length > max ? this.#ranked.slice(0, max) : this.#ranked;
  }

  forgetRanks(): void {
    this.#ranked = null;
  }
}

/** Where a number belongs: its series' key and parts, and the running number as printed; null without digits. */
function placed(number: string): { key: string; parts: Part[]; text: string } | null {
  const pieces = piecesOf(number);
  const running = runningPlace(pieces);
  if (running < 0 || pieces.length > 8) return null;
  const parts = pieces.map((piece, i) => partOf(piece, i === running));
  return { key: parts.map(partKey).join('-'), parts, text: pieces[running]! };
}

/** The last digits run; but '0123/2026' ends with its year, which is the only one that it has. */
function runningPlace(pieces: readonly string[]): number {
  const last = pieces.findLastIndex((piece) => isDigits(piece));
  if (last < 0 || !YEAR.test(pieces[last]!)) return last;
  const before = pieces.slice(0, last);
  const other = before.findLastIndex((piece) => isDigits(piece));
  return other < 0 || before.some((piece) => YEAR.test(piece)) ? last : other;
}

/** The running number's text in a number of this series, given squashed: the digits at its end, before trailing letters. */
export function runningOf(squashed: string): { head: string; running: string; tail: string } | null {
  const parts = /^(.*?)(\d+)([A-Z]*)$/.exec(squashed);
  return parts ? { head: parts[1]!, running: parts[2]!, tail: parts[3]! } : null;
}

/** The letters that open a number given squashed; empty when it starts with digits. */
export function lettersOf(squashed: string): string {
  let end = 0;
  while (end < squashed.length && !isDigits(squashed.charAt(end))) end += 1;
  return squashed.slice(0, end);
}

export function isDigits(piece: string): boolean {
  const unit = piece.charCodeAt(0);
  return unit >= 48 && unit <= 57;
}

function partOf(piece: string, running: boolean): Part {
  if (running) return { kind: 'running' };
  if (!isDigits(piece)) return { kind: 'letters', text: piece };
  return YEAR.test(piece) ? { kind: 'year' } : { kind: 'digits', width: piece.length };
}

function partKey(part: Part): string {
  if (part.kind === 'letters') return part.text;
  if (part.kind === 'year') return 'Y';
  return part.kind === 'digits' ? `#${part.width}` : '*';
}
