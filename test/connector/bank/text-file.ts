// What the tests of text formats share: reading from bytes or text, golden pairs by glob, and damage done by a seed.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { collect, type ReadFile } from '../../../connector/bank/collect.ts';
import { READ_LIMITS } from '../../../connector/bank/limits.ts';
import type { ReadLimits, StatementReader } from '../../../sync/port/reader.ts';

/** The file as this reader reads it; whoever chooses a reader says the format. */
export async function readBytes(
  reader: StatementReader,
  bytes: Uint8Array,
  limits: ReadLimits = READ_LIMITS,
): Promise<ReadFile> {
  const chunks = (async function* () {
    yield bytes;
  })();
  return { ...(await collect(reader.read({ file: 'file', chunks }, limits, null))), format: reader.name };
}

export function readText(reader: StatementReader, text: string, limits?: ReadLimits): Promise<ReadFile> {
  return readBytes(reader, new TextEncoder().encode(text), limits);
}

export type Pair = { name: string; bytes: Uint8Array; expected: unknown };

/** Every file of the folder that has one of the same name ending in .json beside it. */
export function goldenPairs(format: string): Pair[] {
  const folder = new URL(`../../fixtures/bank/${format}/`, import.meta.url).pathname;
  return readdirSync(folder)
    .filter((name) => !name.endsWith('.json'))
    .map((name) => ({
      name,
      bytes: readFileSync(folder + name),
      expected: JSON.parse(readFileSync(folder + jsonOf(name), 'utf8')),
    }));
}

function jsonOf(name: string): string {
  return `${basename(name).replace(/\.[^.]+$/, '')}.json`;
}

/** A file as read, written as the golden pairs are: facts that are absent are left out, and so is what every fault repeats. */
export function compact(read: ReadFile): unknown {
  const faults = read.faults.map(({ code, place: { file: _file, ...place }, params }) => ({ code, place, params }));
  return dense({ ...read, faults });
}

function dense(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(dense);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, it]) => [name, dense(it)] as const);
  return Object.fromEntries(
    entries.filter(([, it]) => !(it === null || it === false || (Array.isArray(it) && it.length === 0))),
  );
}

/** Development data beside the repository; null where it is not. */
export function corpus(): string | null {
  const folder = new URL('../../../../shared/data/bank/', import.meta.url).pathname;
  return existsSync(`${folder}expected.jsonl`) ? folder : null;
}

/** Numbers from 0 to below n, the same for the same seed (mulberry32). */
export function chance(seed: number): (n: number) => number {
  let state = seed >>> 0;
  return (n) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % n;
  };
}

/** A copy of the bytes with a piece cut out, doubled, moved, overwritten or cut off. */
export function damaged(bytes: Uint8Array, seed: number): Uint8Array {
  const pick = chance(seed);
  const at = pick(bytes.length);
  const length = 1 + pick(Math.min(80, bytes.length));
  const [before, piece, behind] = [bytes.subarray(0, at), bytes.subarray(at, at + length), bytes.subarray(at + length)];
  const kinds = [
    () => [before],
    () => [before, behind],
    () => [before, piece, piece, behind],
    () => [piece, before, behind],
    () => [before, Uint8Array.from(piece, () => pick(256)), behind],
    () => [before, Uint8Array.from(piece, (byte) => byte ^ 0x20), behind],
    () => [
      before,
      new TextEncoder().encode(['<', '>', '</STMTTRN>', '&', ':61:', '\n-\n', '05', '<!--'][pick(8)]),
      behind,
    ],
  ];
  return Uint8Array.from(kinds[pick(kinds.length)]!().flatMap((part) => [...part]));
}
