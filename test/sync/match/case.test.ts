// Proves the engine on the text cases: every situation with its near miss. All classes of evidence are trusted here, so that
// "proposed" means: not alone, whatever the counts say.
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { match } from '../../../sync/match/index.ts';
import type { Proposal } from '../../../sync/model/match.ts';
import { formatMinor } from '../../../sync/model/money.ts';
import { TRUST_ALL } from '../../measure/match-worlds.ts';
import { type Case, readCases } from './case-file.ts';

const FOLDER = new URL('../../fixtures/match/', import.meta.url).pathname;

for (const file of readdirSync(FOLDER)
  .filter((name) => name.endsWith('.case'))
  .sort()) {
  describe(file.replace(/\.case$/, '').replaceAll('-', ' '), () => {
    for (const one of readCases(FOLDER + file)) {
      test(`${one.title} (${one.place})`, () => {
        expect(one.expected.length, 'each payment has what must be said of it').toBe(one.lines.length);
        const said = new Map(run(one).map((proposal) => [proposal.lineId, proposal]));
        expect(
          one.lines.map((line) =>
            say(said.get(line.id)!, one, line.currency, one.expected[one.lines.indexOf(line)]!.text),
          ),
        ).toEqual(one.expected.map((expected) => expected.text));
      });
    }
  });
}

function run(one: Case): Proposal[] {
  return match({
    items: one.items.filter((item) => item.residualMinor !== 0),
    paid: one.items.filter((item) => item.residualMinor === 0),
    parties: one.parties,
    lines: one.lines,
    memory: one.memory,
    counts: TRUST_ALL,
  });
}

/** The proposal in the words of a case. Doubts are said only where the case asks for them, after "because"; "without" asks that one is not given. */
function say(proposal: Proposal, one: Case, currency: string, expected: string): string {
  const best = proposal.candidates[0];
  const verdict = { auto: 'alone', suggest: 'proposed', none: 'nothing' }[proposal.verdict];
  const parts: string[] = [];
  for (const allocation of best?.allocations ?? []) {
    const item = one.items.find((other) => other.id === allocation.itemId)!;
    parts.push(`${item.id} ${formatMinor(allocation.amountMinor, item.currency)}`);
  }
  parts.sort();
  for (const adjustment of best?.adjustments ?? [])
    parts.push(`${adjustment.kind} ${formatMinor(adjustment.amountMinor, currency)}`);
  if (best && best.restMinor !== 0 && (best.allocations.length > 0 || /\brest\b/.test(expected)))
    parts.push(`rest ${formatMinor(best.restMinor, currency)}`);
  if (best?.reverses) parts.push(`undoes ${best.reverses}`);
  const asked = /because (.*)$/.exec(expected)?.[1]?.split(/,\s*/) ?? [];
  const given = best?.doubts.map((doubt) => doubt.key) ?? [];
  const isSaid = (key: string) =>
    key.startsWith('without ') ? !given.includes(key.slice('without '.length)) : given.includes(key);
  const because =
    asked.length > 0
      ? ` because ${asked.map((key) => (isSaid(key) ? key : `not ${key}: ${given.join(' ')}`)).join(', ')}`
      : '';
  return `${verdict}${parts.length > 0 ? ` ${parts.join(', ')}` : ''}${because}`;
}
