// Reads invoice numbers in a label: every printed form of a whole number, with borders, and the tails and ranges after one.
import type { Finding } from '../../model/match.ts';
import { inOrder, type OpenItems, type Slot } from '../open-items.ts';
import { LIMITS, NUMBER_DIGITS_STRONG } from '../policy.ts';
import { lettersOf, type Series } from '../series.ts';
import { strangeWordBefore } from './introduction.ts';
import type { Chunk, Label } from './label.ts';
import type { Mention, MentionKind } from './reading.ts';
import { bordered, namesOtherKind, ofOtherKind, runsInto } from './surroundings.ts';
import { readTail } from './tail.ts';
import { unknownAt } from './unknown-number.ts';
import { ALSO, EXCLUDE, RESUME } from './vocabulary.ts';

export type Hit = { slots: readonly Slot[]; from: number; to: number; kind: MentionKind; type: Finding['type'] };

export type Numbers = { mentions: Mention[]; unknown: { text: string; at: number | null }[] };

/** All numbers of the label in reading order; a chunk belongs to one number only, the longest that begins first. */
export function readNumbers(label: Label, index: OpenItems): Numbers {
  const { chunks } = label;
  const mentions: Mention[] = [];
  const unknown: Numbers['unknown'] = [];
  let anchor: Slot | null = null;
  let anchored = -1;
  let excluding = false;
  const end = label.cut ? chunks.filter((chunk) => chunk.at !== null).length : null;
  for (let i = 0; i < chunks.length && mentions.length < LIMITS.mentionsMax; ) {
    const chunk = chunks[i]!;
    if (!chunk.digits) excluding = nextExcluding(chunks, i, excluding);
    const whole = wholeAt(chunks, i, end, index);
    const tail: Hit | null =
      anchor && (!whole || whole.kind === 'weak') ? readTail(chunks, i, anchor, anchored === i, index) : null;
    const hit: Hit | null = tail ?? whole;
    if (!hit) {
      const strange = chunk.masked ? null : unknownAt(chunks, i, index);
      if (strange) unknown.push(placed(label, chunks, i, strange));
      i = strange ?? i + 1;
      continue;
    }
    // What follows a number at once is of the same list.
    const listed = anchored === i && mentions.length > 0;
    mentions.push(mentionOf(label, chunks, hit, excluding, listed ? mentions.at(-1)!.after : undefined));
    if (hit.kind !== 'weak' && hit.type === 'invoice-number') anchor = hit.slots.at(-1) ?? anchor;
    i = hit.to;
    anchored = i;
  }
  return { mentions, unknown };
}

/** "SAUF 103" leaves out what follows; "AVOIR A RECEVOIR SUR 103" names an invoice that is not being paid. */
function nextExcluding(chunks: readonly Chunk[], i: number, excluding: boolean): boolean {
  const word = chunks[i]!.text;
  if (EXCLUDE.has(word)) return true;
  if (word === 'RECEVOIR' && chunks.slice(Math.max(0, i - 3), i).some((before) => before.text === 'AVOIR')) return true;
  return excluding && RESUME.has(word) && chunks[i]!.gap === 'blank' ? ALSO.has(word) : excluding;
}

/**
 * The longest number that begins at chunk i: as printed first, then as the series say it could be written. What reaches
 * the place `cut`, where the bank cut the label, may be the beginning of a longer number.
 */
function wholeAt(chunks: readonly Chunk[], i: number, cut: number | null, index: OpenItems): Hit | null {
  const first = chunks[i]!;
  // Most words of a label begin no number.
  const pieces = first.digits || index.begins(first.text) ? LIMITS.numberPiecesMax : 0;
  const longest = Math.min(chunks.length, i + pieces);
  let end = i + 1;
  while (end < longest && sameField(chunks[end - 1]!, chunks[end]!)) end += 1;
  for (let to = pieces === 0 ? i : end; to > i; to -= 1) {
    let text = '';
    let digits = 0;
    let letters = '';
    for (let j = i; j < to; j += 1) {
      const chunk = chunks[j]!;
      text += chunk.text;
      if (chunk.digits) digits += chunk.text.length;
      else if (digits === 0) letters += chunk.text;
    }
    if (digits === 0 || text.length < 3 || !index.shaped(letters, text.length)) continue;
    const slots = index.written(text);
    if (slots.length > 0) {
      const hit = exactHit(chunks, i, to, text, slots);
      if (hit)
        return to === cut && hit.kind === 'whole' && continuations(text, index).length > 0
          ? { ...hit, kind: 'weak' }
          : hit;
    }
  }
  let found: Hit | null = null;
  for (const series of index.series()) {
    const hit = seriesHit(chunks, i, series, index);
    // Zeros are put in where the bank may have cut digits off: that names nothing.
    if (!hit || (hit.to === cut && isRunningLast(series) && chunks[hit.to - 1]!.text.length < series.widthMin))
      continue;
    if (!first.digits) return hit;
    found = found === null ? hit : either(found, hit);
  }
  return found ?? (first.digits ? null : gluedHit(chunks, i, index));
}

function isRunningLast({ parts }: Series): boolean {
  return parts.at(-1)?.kind === 'running';
}

/** "2026-00123" without its letters may be FA-2026-00123 or AV-2026-00123: both carry it, and it names neither by itself. */
function either(one: Hit, other: Hit): Hit {
  if (one.to !== other.to) return one;
  return { ...one, slots: inOrder([...one.slots, ...other.slots]), kind: one.kind === 'weak' ? 'weak' : 'joined' };
}

function exactHit(
  chunks: readonly Chunk[],
  from: number,
  to: number,
  text: string,
  slots: readonly Slot[],
): Hit | null {
  const sorted = inOrder(slots);
  const sample = sorted[0]!;
  const type = sample.number === text ? 'invoice-number' : sample.reference === text ? 'structured' : 'order';
  const bare = chunks[from]!.digits;
  if (bare && (isGlued(chunks[from]!) || (chunks[from]!.masked && text.length < MASKED_MIN))) return null;
  const pieces = sample.series && type === 'invoice-number' ? sample.series.parts.length : 1;
  const gaps = chunks.slice(from + 1, to).map((chunk) => chunk.gap);
  const blanks = gaps.includes('blank');
  const written = to - from - gaps.filter((gap) => gap === 'wrap').length;
  let kind: MentionKind = type === 'order' ? 'order' : type === 'structured' ? 'scheme' : 'whole';
  if (blanks && (bare || written !== pieces)) kind = 'joined';
  if (kind === 'whole' && !bordered(chunks, from, to)) kind = 'joined';
  // "12/05/2" is a day, not the number 12052.
  if (bare && type === 'invoice-number' && (written > pieces || chunks[from]!.masked)) kind = 'weak';
  if ((kind === 'whole' || kind === 'order') && strength(text, sample.series) < NUMBER_DIGITS_STRONG) kind = 'weak';
  if (bare && type === 'invoice-number' && ofOtherKind(chunks, from, sample.series?.prefix !== '')) kind = 'weak';
  // "CLIENT C4100771": a customer's code may look just like a number of ours, letters and all.
  if (kind === 'whole' && namesOtherKind(chunks, from)) kind = 'joined';
  return { slots: sorted, from, to, kind, type };
}

/** Items whose number is one or two digits longer than this: at the edge of a cut label it may be one of theirs. */
export function continuations(text: string, index: OpenItems): Slot[] {
  const letters = lettersOf(text);
  const from = index.shaped(letters, text.length + 1) ? 0 : 10;
  const to = index.shaped(letters, text.length + 2) ? 110 : 10;
  const found: Slot[] = [];
  for (let more = from; more < to; more += 1) {
    const digits = more < 10 ? String(more) : String(more - 10).padStart(2, '0');
    found.push(...index.written(text + digits));
  }
  return found;
}

/** Digits that look like a day or a telephone number may still be a printed number, where they are so many. */
const MASKED_MIN = 8;

/** Within an end-to-end id or another field, digits behind letters ("E2E108951094") are no number of ours. */
function isGlued(chunk: Chunk): boolean {
  return chunk.at === null && chunk.gap === 'none';
}

/** Digits that tell this number from others; letters and a year tell less than digits do. */
function strength(text: string, series: Series | null): number {
  const letters = /[A-Z]/.test(text) ? 2 : 0;
  const dated = series === null || series.high > 1_000_000 || series.parts.some((part) => part.kind === 'year');
  const year = dated && /(?:19|20)\d\d\d/.test(text) ? 2 : 0;
  return text.replace(/[A-Z]/g, '').length - year + letters;
}

/** A number written short: the year in two digits, zeros dropped, the letters left out. */
function seriesHit(chunks: readonly Chunk[], i: number, series: Series, index: OpenItems): Hit | null {
  const start = chunks[i]!;
  let at = i;
  let lettered = false;
  if (series.prefix !== '' && !start.digits) {
    if (!runsInto(start, chunks[at + 1], series.prefix)) return null;
    lettered = true;
    at += 1;
  }
  const rest = series.parts.slice(series.prefix === '' ? 0 : 1);
  let key = series.prefix;
  let blank = false;
  let masked = false;
  let pieces = 0;
  for (const part of rest) {
    const chunk = chunks[at];
    if (part.kind === 'letters') {
      if (!chunk || chunk.text !== part.text) return null;
      key += part.text;
      at += 1;
      continue;
    }
    if (!chunk?.digits || (at > i && !sameField(chunks[at - 1]!, chunk))) return null;
    if (at > i && chunk.gap === 'blank') blank = true;
    masked ||= chunk.masked;
    const text = pieceText(part, chunk.text, series);
    if (text === null) return null;
    key += text;
    at += 1;
    pieces += 1;
  }
  if (!lettered && (masked || isGlued(start))) return null;
  const slots = index.written(key).filter((slot) => slot.number === key);
  if (slots.length === 0) return null;
  const whole = lettered || (pieces >= 2 && !blank && bordered(chunks, i, at));
  const bare = !lettered && (pieces === 1 || ofOtherKind(chunks, i, series.prefix !== ''));
  const kind: MentionKind =
    strength(key, series) < NUMBER_DIGITS_STRONG || bare
      ? 'weak'
      : whole && !namesOtherKind(chunks, i)
        ? 'whole'
        : 'joined';
  return { slots: inOrder(slots), from: i, to: at, kind, type: 'invoice-number' };
}

function pieceText(part: Series['parts'][number], text: string, series: Series): string | null {
  if (part.kind === 'year') return /^(?:19|20)\d\d$/.test(text) ? text : text.length === 2 ? `20${text}` : null;
  if (part.kind === 'digits') return text.length === part.width ? text : null;
  if (text.length <= series.widthMin) return text.padStart(series.widthMin, '0');
  const bare = text.replace(/^0+/, '');
  return text.length <= series.widthMax
    ? text
    : bare.length <= series.widthMax
      ? bare.padStart(series.widthMin, '0')
      : null;
}

/** 'FACTUFAC202600560', 'N10016947': a word runs into the number, or the letters are left out of '202600560'. */
function gluedHit(chunks: readonly Chunk[], i: number, index: OpenItems): Hit | null {
  const start = chunks[i]!;
  for (const series of index.series()) {
    if (series.prefix === '' || start.text === series.prefix || !start.text.endsWith(series.prefix)) continue;
    let text = series.prefix;
    for (
      let to = i + 1;
      to < Math.min(chunks.length, i + LIMITS.numberPiecesMax) && chunks[to]!.gap !== 'blank';
      to += 1
    ) {
      text += chunks[to]!.text;
      const slots = index.written(text).filter((slot) => slot.number === text);
      if (slots.length > 0)
        return { slots: inOrder(slots), from: i, to: to + 1, kind: 'whole', type: 'invoice-number' };
    }
  }
  return null;
}

/** Chunks of the label and of other fields never make one number together. */
function sameField(a: Chunk, b: Chunk): boolean {
  return (a.at === null) === (b.at === null) && !(b.at === null && b.gap === 'blank');
}

function mentionOf(
  label: Label,
  chunks: readonly Chunk[],
  { kind, type, slots, from, to }: Hit,
  excluded: boolean,
  after: string | null = type === 'invoice-number' ? strangeWordBefore(chunks, from) : null,
): Mention {
  const { text, at } = placed(label, chunks, from, to);
  return { kind, type, text, at, slots, excluded, after };
}

function placed(label: Label, chunks: readonly Chunk[], from: number, to: number): { text: string; at: number | null } {
  const first = chunks[from]!;
  const last = chunks[to - 1]!;
  if (first.at === null)
    return {
      text: chunks
        .slice(from, to)
        .map((chunk) => chunk.text)
        .join(''),
      at: null,
    };
  return { text: label.plain.slice(first.at, last.end), at: first.at };
}
