// The counts that ship with the engine: what each class of evidence was worth on made-up ledgers.
import type { Counts } from '../../model/memory.ts';

export const SEEDED: Counts = { definition: '', seeded: {}, company: {} };
