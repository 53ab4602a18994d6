// Proves that the counts that ship were taken with the evidence that ships: changed evidence must be counted again.
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { SEEDED } from '../../../sync/match/counts/index.ts';
import { DEFINITION_HASH } from '../../../sync/match/signature.ts';
import { sourceHash } from '../../measure/match-train.ts';

const FOLDER = new URL('../../../sync/match/counts/', import.meta.url);

test('the counts are named by the definition in force', () => {
  expect(readdirSync(FOLDER).filter((name) => name.startsWith('seeded-'))).toEqual([`seeded-${DEFINITION_HASH}.ts`]);
  expect(SEEDED.definition).toBe(DEFINITION_HASH);
});

test('no signal was changed since they were taken (else run test/measure/match-train.ts)', async () => {
  const { SOURCE } = await import(new URL(`seeded-${DEFINITION_HASH}.ts`, FOLDER).href);
  expect(SOURCE).toBe(sourceHash());
});
