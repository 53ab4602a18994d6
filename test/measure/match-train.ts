// Counts what each class of evidence is worth on made-up worlds and writes the counts that ship with the engine.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { DEFINITION_HASH } from '../../sync/match/signature.ts';
import type { Tally } from '../../sync/model/memory.ts';
import { runWorld, TRUST_ALL } from './match-worlds.ts';

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

/** By class of evidence, then by kind of event. An exact answer that the data did not settle counts as an error. */
export type Trained = ReadonlyMap<string, ReadonlyMap<string, Tally>>;

/** Tallies of what the hard rules let through. */
export function train(seeds: readonly number[]): Trained {
  const trained = new Map<string, Map<string, Tally>>();
  for (const seed of seeds) {
    for (const { proposal, truth, verdict, unsafe } of runWorld(seed, TRUST_ALL).outcomes) {
      if (proposal.verdict !== 'auto' || proposal.signature === null) continue;
      const kinds = trained.get(proposal.signature) ?? new Map<string, Tally>();
      trained.set(proposal.signature, kinds);
      const tally = kinds.get(truth.scenario) ?? { seen: 0, right: 0 };
      kinds.set(truth.scenario, { seen: tally.seen + 1, right: tally.right + Number(verdict === 'exact' && !unsafe) });
    }
  }
  return trained;
}

/** The tallies of all kinds of events together, but for those that were never seen. */
export function without(trained: Trained, unseen: ReadonlySet<string>): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (const [signature, kinds] of trained) {
    let [seen, right] = [0, 0];
    for (const [name, tally] of kinds) {
      if (unseen.has(name)) continue;
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
  const tallies = without(train(Array.from({ length: Number(values.worlds) }, (_, i) => i + 1)), new Set());
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
import { COUNTED } from './seeded-HASH.ts';

/** The definition that the shipped counts were taken under, and that their file is named by. */
const DEFINITION = 'HASH';

const seeded: Record<string, Tally> = {};
for (const [name, [seen, right]] of Object.entries(COUNTED)) seeded[\`\${name} #\${DEFINITION}\`] = { seen, right };

export const SEEDED: Counts = { definition: DEFINITION, seeded, company: {} };
`;

if (process.argv[1]?.endsWith('match-train.ts')) main();
