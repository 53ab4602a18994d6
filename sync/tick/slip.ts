// Slips: one bank line that the ledger holds as several, one for each cheque or collection.

import { unaccented } from '../model/unaccented.ts';
import { type Move, nearIn } from './move.ts';
import { TICK_POLICY } from './policy.ts';

export type Slip = { line: Move; moves: Move[] };

const SAYS_SLIP = /\b(REMISES?|REM|BORDEREAU|CHEQUES?|CHQ|TELECOLLECTE|LCR|EFFETS|PRELEVEMENTS|PRLV)\b/;
const SAYS_COUNT = /\b(?:NB|NOMBRE|NBRE)\D{0,12}(\d{1,3})\b|\b(\d{1,3}) (?:CHEQUES|CHQ|EFFETS|PRLV)\b/;

/** Slips whose parts can be told: lines of one day that say slip too, as many as the bank counts, and only one choice of them. */
export function slipsOf(lines: readonly Move[], moves: readonly Move[]): Slip[] {
  const parts = moves.filter((move) => SAYS_SLIP.test(unaccented(move.text)));
  const used = new Set<Move>();
  return lines.flatMap((line) => {
    const text = unaccented(line.text);
    if (!SAYS_SLIP.test(text)) return [];
    const near = nearIn(parts, line, parts.length).filter((move) => !used.has(move) && isPart(line, move));
    const found = daysOf(near).flatMap((day) => choices(day, line.amountMinor, countOf(text)));
    const [chosen] = found;
    if (found.length !== 1 || !chosen) return [];
    for (const part of chosen) used.add(part);
    return [{ line, moves: chosen }];
  });
}

function isPart(line: Move, move: Move): boolean {
  const isSmaller = Math.abs(move.amountMinor) < Math.abs(line.amountMinor);
  return isSmaller && Math.sign(move.amountMinor) === Math.sign(line.amountMinor);
}

function countOf(text: string): number | null {
  const found = SAYS_COUNT.exec(text);
  const digits = found?.[1] ?? found?.[2];
  return digits === undefined ? null : Number(digits);
}

function daysOf(moves: readonly Move[]): Move[][] {
  const days = new Map<string, Move[]>();
  for (const move of moves) days.set(move.day, [...(days.get(move.day) ?? []), move]);
  return [...days.values()];
}

/** At most two choices of moves that sum to the amount: a second one is enough to know that it cannot be told. */
function choices(moves: readonly Move[], amountMinor: number, count: number | null): Move[][] {
  if (moves.length > TICK_POLICY.slipChoiceMax) return [];
  const found: Move[][] = [];
  const most = Math.min(count ?? TICK_POLICY.slipLinesMax, TICK_POLICY.slipLinesMax);
  const search = (from: number, left: number, chosen: Move[]) => {
    if (found.length > 1) return;
    if (left === 0) {
      if (chosen.length >= 2 && (count === null || chosen.length === count)) found.push(chosen);
      return;
    }
    if (chosen.length === most) return;
    for (let i = from; i < moves.length; i++) {
      const move = moves[i]!;
      if (Math.abs(move.amountMinor) <= Math.abs(left)) search(i + 1, left - move.amountMinor, [...chosen, move]);
    }
  };
  search(0, amountMinor, []);
  return found;
}
