// The quality tables: the engine and two re-written matchers on the same made-up worlds, with n and the 95 % lower bound, never a
// bare percentage. What a bound from made-up data does not prove: that a company's own payers behave as these do.
import { parseArgs } from 'node:util';
import { lowerBound } from '../../sync/match/bound.ts';
import { SEEDED } from '../../sync/match/counts/index.ts';
import { match } from '../../sync/match/index.ts';
import { DEFINITION_HASH } from '../../sync/match/signature.ts';
import type { Proposal } from '../../sync/model/match.ts';
import type { Counts, Tally } from '../../sync/model/memory.ts';
import { businessCentralLike, type Ledger, odooLike } from './match-baseline.ts';
import { type Trained, tallied, train } from './match-train.ts';
import { buildWorld, SCENARIOS, type WorldOptions } from './world/index.ts';
import { judgeWorld, type Outcome } from './world/judge.ts';
import { LANGUAGES } from './world/language.ts';
import { NUMBERINGS } from './world/numbering.ts';
import { LAYOUTS, type Traits, traitsOf, type World } from './world/world.ts';

type Matcher = (ledger: Ledger, world: World) => Proposal[];

/** Seeds far from those that the counts were taken from. */
const SEEDS_FROM = 50_001;

function engine(counts: Counts): Matcher {
  return ({ items, parties, lines }, world) =>
    match({ items, parties, lines, counts, paid: world.items.filter((item) => item.residualMinor === 0) });
}

function run(matcher: Matcher, seeds: readonly number[], options: WorldOptions = {}): Outcome[] {
  return seeds.flatMap((seed) => {
    const world = buildWorld(seed, options);
    return judgeWorld(
      world,
      matcher(
        { items: world.items.filter((item) => item.residualMinor !== 0), parties: world.parties, lines: world.lines },
        world,
      ),
    );
  });
}

/** One row of a table: what was settled alone, how much of it wrongly, with the bound; and what the first proposal is worth. */
function summary(outcomes: readonly Outcome[]): string {
  const alone = outcomes.filter((one) => one.proposal.verdict === 'auto');
  const wrong = alone.filter((one) => one.verdict === 'wrong').length;
  const unsafe = alone.filter((one) => one.unsafe).length;
  const unfinished = alone.filter((one) => one.verdict === 'incomplete').length;
  const settled = outcomes.filter((one) => one.truth.expected === 'auto');
  const done = settled.filter((one) => one.proposal.verdict === 'auto' && one.verdict === 'exact').length;
  const solvable = outcomes.filter((one) => one.truth.expected !== 'abstain');
  const first = solvable.filter((one) => one.verdict === 'exact').length;
  const bound = lowerBound({ seen: alone.length, right: alone.length - wrong });
  return [
    `n ${outcomes.length}`.padEnd(9),
    `alone ${alone.length}`.padEnd(12),
    `wrong ${wrong}`.padEnd(10),
    `unsafe ${unsafe}`.padEnd(11),
    `unfinished ${unfinished}`.padEnd(14),
    `right, at least ${alone.length === 0 ? '-' : bound.toFixed(4)}`.padEnd(24),
    `of the settled ${done}/${settled.length}`.padEnd(26),
    `first right ${first}/${solvable.length}`,
  ].join('');
}

function countsOf(tallies: ReadonlyMap<string, Tally>): Counts {
  return { definition: DEFINITION_HASH, seeded: Object.fromEntries(tallies), company: {} };
}

function main(): void {
  const { values } = parseArgs({
    options: {
      worlds: { type: 'string', default: '9' },
      baselines: { type: 'string', default: '2' },
      'leave-out': { type: 'boolean' },
    },
  });
  const seeds = Array.from({ length: Number(values.worlds) }, (_, i) => SEEDS_FROM + i);
  if (values['leave-out']) leaveOneOut(seeds);
  else tables(seeds, Number(values.baselines));
}

function tables(seeds: readonly number[], baselines: number): void {
  const outcomes = run(engine(SEEDED), seeds);
  for (const name of [...new Set(outcomes.map((one) => one.truth.scenario))].sort())
    console.log(name.padEnd(28), summary(outcomes.filter((one) => one.truth.scenario === name)));
  console.log('ALL'.padEnd(28), summary(outcomes));
  const few = seeds.slice(0, baselines);
  for (const [name, matcher] of [
    ['engine', engine(SEEDED)],
    ['Odoo-like', odooLike],
    ['Business-Central-like', businessCentralLike],
  ] as const)
    console.log(`${name}, ${few.length} worlds`.padEnd(34), summary(run(matcher, few)));
}

/** Worlds to count from when something is left out: every numbering, language and layout several times. */
const TRAINED_WORLDS = 144;

/** Counts that never saw something, tried on worlds that have little else: what nobody thought of is the real risk. */
function leaveOneOut(seeds: readonly number[]): void {
  const trained = train(Array.from({ length: TRAINED_WORLDS }, (_, i) => i + 1));
  leaveOutTraits(trained);
  const all: Outcome[] = [];
  for (const [name] of SCENARIOS) {
    const options = { only: [name], events: 400 };
    // One event may have several outcomes with names of their own (a discount in time, or late).
    const kinds = new Set(
      run(engine(countsOf(new Map())), seeds.slice(0, 1), options).map((one) => one.truth.scenario),
    );
    const counts = countsOf(tallied(trained, (source) => kinds.has(source.event)));
    const outcomes = run(engine(counts), seeds, options);
    all.push(...outcomes);
    console.log(name.padEnd(28), summary(outcomes));
  }
  console.log('ALL, each event left out'.padEnd(28), summary(all));
}

/** Each way of numbering, each language and each layout left out in turn, and tried on fresh worlds that have it. */
function leaveOutTraits(trained: Trained): void {
  const families: readonly [keyof Traits, readonly string[]][] = [
    ['numbering', NUMBERINGS.map((one) => one.name)],
    ['language', LANGUAGES.map((one) => one.name)],
    ['layout', LAYOUTS],
  ];
  for (const [trait, values] of families) {
    const all: Outcome[] = [];
    for (const value of values) {
      const counts = countsOf(tallied(trained, (source) => source[trait] === value));
      const fresh = Array.from({ length: 400 }, (_, i) => SEEDS_FROM + i).filter(
        (seed) => traitsOf(seed)[trait] === value,
      );
      const outcomes = run(engine(counts), fresh.slice(0, 3));
      all.push(...outcomes);
      console.log(value.padEnd(28), summary(outcomes));
    }
    console.log(`ALL, each ${trait} left out`.padEnd(28), summary(all));
  }
}

main();
