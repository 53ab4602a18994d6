// One small file for each surprise that FEC files hold; what is expected was written by hand beside it.
import { describe, expect, it } from 'vitest';
import { openFec } from '../../../../connector/erp/fec/index.ts';
import { CASES, configOf, expectedOf } from './fixture.ts';
import { pullWhole, textOf } from './text.ts';

describe('a FEC is read as its expected.txt says', () => {
  it.each(CASES)('%s', async (name) => {
    expect(textOf(await pullWhole(openFec(configOf(name))))).toBe(expectedOf(name));
  });
});
