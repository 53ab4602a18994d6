// Counts what each class of evidence is worth on made-up worlds and writes the counts that ship with the engine.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { DEFINITION_HASH } from '../../sync/match/signature.ts';
import type { Tally } from '../../sync/model/memory.ts';
import { runWorld, TRUST_ALL } from './match-worlds.ts';
import type { Traits } from './world/world.ts';

const MATCH = new URL('../../sync/match/', import.meta.url).pathname;

/** Classes seen less often say nothing that a decision could use; they would only fill the file. */
const SEEN_MIN = 20;

/** The hash of everything that defines a class: the readers, the guesses and the signals, comments and spacing aside. */
export function sourceHash(): string {
  const hash = createHash('sha256');
  for (const folder of ['reading', 'hypotheses', 'evidence']) {
    for (const file of readdirSync(MATCH + folder).sort())
      hash.update(bare(readFileSync(`${MATCH}${folder}/${file}`, 'utf8')));
  }
  for (const file of [
    'signature.ts',
    'hard-rule.ts',
    'rank.ts',
    'series.ts',
    'subset.ts',
    'parties.ts',
    'company-name.ts',
    'batch.ts',
    'cross.ts',
    'account.ts',
  ])
    hash.update(bare(readFileSync(MATCH + file, 'utf8')));
  return hash.digest('hex').slice(0, 16);
}

function bare(source: string): string {
  return (
    source
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .replace(/^\s*\/\/.*$/gm, '')
      .replace(/\s+/g, '')
      // What the formatter adds or drops changes no meaning.
      .replace(/,(?=[)\]}])|(?<=[=:<(])\|/g, '')
  );
}

/** Where a case was seen: the kind of event and the traits of its world. */
export type Source = { event: string } & Traits;

/** By class of evidence, then by source. An exact answer that the data did not settle counts as an error. */
export type Trained = ReadonlyMap<string, ReadonlyMap<string, { source: Source; tally: Tally }>>;

/** Tallies of what the hard rules let through. */
export function train(seeds: readonly number[]): Trained {
  const trained = new Map<string, Map<string, { source: Source; tally: Tally }>>();
  for (const seed of seeds) {
    const { world, outcomes } = runWorld(seed, TRUST_ALL);
    for (const { proposal, truth, verdict, unsafe } of outcomes) {
      if (proposal.verdict !== 'auto' || proposal.signature === null) continue;
      const sources = trained.get(proposal.signature) ?? new Map();
      trained.set(proposal.signature, sources);
      const source = { event: truth.scenario, ...world.traits };
      const key = Object.values(source).join('|');
      const { seen, right } = sources.get(key)?.tally ?? { seen: 0, right: 0 };
      const tally = { seen: seen + 1, right: right + Number(verdict === 'exact' && !unsafe) };
      sources.set(key, { source, tally });
    }
  }
  return trained;
}

/** The tallies of all sources together, but for those that are left out. */
export function tallied(trained: Trained, isLeftOut: (source: Source) => boolean = () => false): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (const [signature, sources] of trained) {
    let [seen, right] = [0, 0];
    for (const { source, tally } of sources.values()) {
      if (isLeftOut(source)) continue;
      seen += tally.seen;
      right += tally.right;
    }
    tallies.set(signature, { seen, right });
  }
  return tallies;
}

function main(): void {
  const { values } = parseArgs({ options: { worlds: { type: 'string', default: '90' } } });
  const source = sourceHash();
  const tallies = tallied(train(Array.from({ length: Number(values.worlds) }, (_, i) => i + 1)));
  const kept = [...tallies].filter(([, tally]) => tally.seen >= SEEN_MIN).sort(([a], [b]) => (a < b ? -1 : 1));
  const rows = kept
    .map(([name, { seen, right }]) => `  '${name.replace(/ #\w+$/, '')}': [${seen}, ${right}],`)
    .join('\n');
  for (const old of readdirSync(`${MATCH}counts`)) if (/^seeded-/.test(old)) rmSync(`${MATCH}counts/${old}`);
  writeFileSync(
    `${MATCH}counts/seeded-${DEFINITION_HASH}.ts`,
    `// Written by test/measure/match-train.ts from ${values.worlds} made-up worlds: class of evidence to how often seen and how often right.\n\n` +
      `/** The hash of the signals' source when they were counted. */\nexport const SOURCE = '${source}';\n\n` +
      `export const COUNTED: Readonly<Record<string, readonly [seen: number, right: number]>> = {\n${rows}\n};\n`,
  );
  writeFileSync(`${MATCH}counts/index.ts`, INDEX.replaceAll('HASH', DEFINITION_HASH));
  console.log(`${kept.length} classes from ${values.worlds} worlds`);
}

const INDEX = `// The counts that ship with the engine: what each class of evidence was worth on made-up ledgers.
import type { Counts, Tally } from '../../model/memory.ts';
import { hash } from '../signature.ts';
import { COUNTED } from './seeded-HASH.ts';

/** The definition that the shipped counts were taken under, and that their file is named by. */
const DEFINITION = 'HASH';

const seeded: Record<string, Tally> = {};
for (const [name, [seen, right]] of Object.entries(COUNTED)) seeded[\`\${name} #\${DEFINITION}\`] = { seen, right };

export const SEEDED: Counts = { definition: DEFINITION, edition: hash(JSON.stringify(COUNTED)), seeded, company: {} };
`;

if (process.argv[1]?.endsWith('match-train.ts')) main();
