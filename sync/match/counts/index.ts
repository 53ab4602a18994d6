// The counts that ship with the engine: what each class of evidence was worth on made-up ledgers.
import type { Counts, Tally } from '../../model/memory.ts';
import { hash } from '../signature.ts';
import { COUNTED } from './seeded-e1643b2f.ts';

/** The definition that the shipped counts were taken under, and that their file is named by. */
const DEFINITION = 'e1643b2f';

const seeded: Record<string, Tally> = {};
for (const [name, [seen, right]] of Object.entries(COUNTED)) seeded[`${name} #${DEFINITION}`] = { seen, right };

export const SEEDED: Counts = { definition: DEFINITION, edition: hash(JSON.stringify(COUNTED)), seeded, company: {} };
