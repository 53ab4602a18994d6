// Measures the engine on made-up worlds: per kind of event how much is settled alone, how often wrongly, and what is missed.
import { parseArgs } from 'node:util';
import { SEEDED } from '../../sync/match/counts/index.ts';
import { match } from '../../sync/match/index.ts';
import { DEFINITION_HASH } from '../../sync/match/signature.ts';
import { type Counts, NO_MEMORY, type Tally } from '../../sync/model/memory.ts';
import { buildWorld, IMAGINED, type WorldOptions } from './world/index.ts';
import { judgeWorld, type Outcome } from './world/judge.ts';
import type { World } from './world/world.ts';

/** Trusts every class of evidence: what is settled then is what the hard rules alone let through. */
export const TRUST_ALL: Counts = {
  definition: DEFINITION_HASH,
  seeded: new Proxy<Record<string, Tally>>({}, { get: () => ({ seen: 1_000, right: 1_000 }) }),
  company: {},
};

export function runWorld(
  seed: number,
  counts: Counts,
  options: WorldOptions = {},
): { world: World; outcomes: Outcome[] } {
  const world = buildWorld(seed, options);
  const proposals = match({
    items: world.items.filter((item) => item.residualMinor !== 0),
    paid: world.items.filter((item) => item.residualMinor === 0),
    parties: world.parties,
    lines: world.lines,
    counts,
    memory: { ...NO_MEMORY, ownAccounts: [...new Set(world.lines.map((line) => line.account))] },
  });
  return { world, outcomes: judgeWorld(world, proposals) };
}

type Row = {
  lines: number;
  auto: number;
  wrong: number;
  unfinished: number;
  unsafe: number;
  settled: number;
  done: number;
  first: number;
  solvable: number;
};
const emptyRow = (): Row => ({
  lines: 0,
  auto: 0,
  wrong: 0,
  unfinished: 0,
  unsafe: 0,
  settled: 0,
  done: 0,
  first: 0,
  solvable: 0,
});

function add(row: Row, outcome: Outcome): void {
  const auto = outcome.proposal.verdict === 'auto';
  const exact = outcome.verdict === 'exact';
  row.lines += 1;
  row.auto += Number(auto);
  row.wrong += Number(auto && outcome.verdict === 'wrong');
  row.unfinished += Number(auto && outcome.verdict === 'incomplete');
  row.unsafe += Number(auto && outcome.unsafe);
  row.settled += Number(outcome.truth.expected === 'auto');
  row.done += Number(outcome.truth.expected === 'auto' && auto && exact);
  row.solvable += Number(outcome.truth.expected !== 'abstain');
  row.first += Number(outcome.truth.expected !== 'abstain' && exact);
}

function main(): void {
  const { values } = parseArgs({
    options: {
      from: { type: 'string', default: '1001' },
      worlds: { type: 'string', default: '9' },
      'trust-all': { type: 'boolean' },
      show: { type: 'string' },
      missed: { type: 'boolean' },
      limit: { type: 'string', default: '6' },
      unforeseen: { type: 'boolean' },
      imagined: { type: 'boolean' },
    },
  });
  const counts = values['trust-all'] ? TRUST_ALL : SEEDED;
  const options: WorldOptions = values.unforeseen
    ? { unforeseen: true, unseen: true }
    : values.imagined
      ? { imagined: true, only: IMAGINED.map(([name]) => name), events: 600 }
      : {};
  const rows = new Map<string, Row>();
  const total = emptyRow();
  let left = Number(values.limit);
  for (let seed = Number(values.from); seed < Number(values.from) + Number(values.worlds); seed += 1) {
    const { world, outcomes } = runWorld(seed, counts, options);
    for (const outcome of outcomes) {
      const row = rows.get(outcome.truth.scenario) ?? emptyRow();
      rows.set(outcome.truth.scenario, row);
      add(row, outcome);
      add(total, outcome);
      if (values.show === outcome.truth.scenario && left > 0 && isShown(outcome, values.missed === true)) {
        left -= 1;
        show(world, outcome);
      }
    }
  }
  if (values.show === undefined)
    for (const [name, row] of [...rows].sort())
      console.log(
        name.padEnd(28),
        Object.entries(row)
          .map(([key, value]) => `${key} ${value}`.padEnd(14))
          .join(''),
      );
  console.log(
    'ALL'.padEnd(28),
    JSON.stringify(total),
    `settled alone of what the data settles ${(total.done / total.settled).toFixed(4)}, first right of solvable ${(total.first / total.solvable).toFixed(4)}`,
  );
}

function isShown(outcome: Outcome, missed: boolean): boolean {
  const auto = outcome.proposal.verdict === 'auto';
  if (missed) return !auto && outcome.truth.expected === 'auto';
  return auto ? outcome.verdict !== 'exact' || outcome.unsafe : false;
}

function show(world: World, { truth, proposal, verdict }: Outcome): void {
  const line = world.lines.find((one) => one.id === truth.lineId)!;
  const name = (id: string) => {
    const item = world.items.find((one) => one.id === id)!;
    return `${item.document} ${item.residualMinor} of ${world.parties.find((party) => party.id === item.partyId)?.name}`;
  };
  console.log(
    `${world.numbering.name} | ${line.amountMinor} | ${line.counterparty} | ${line.counterpartyAccount} | ${JSON.stringify(line.label)} -> ${verdict}, ${truth.expected}`,
  );
  console.log(
    `   ${proposal.signature}\n   truth ${[...truth.allocations.keys()].map(name).join('; ')}\n   got   ${proposal.candidates[0]?.allocations.map((one) => name(one.itemId)).join('; ')}`,
  );
  console.log(`   ${JSON.stringify(proposal.candidates[0]?.doubts)}`);
}

if (process.argv[1]?.endsWith('match-worlds.ts')) main();
