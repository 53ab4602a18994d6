// ofx-js as a second opinion on every piece of an OFX file, the transactions among them, which the product reads without it.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { decodeText } from '../../../../connector/bank/decode.ts';
import { READ_LIMITS } from '../../../../connector/bank/limits.ts';
import { parseElement } from '../../../../connector/bank/ofx/element.ts';
import { Guard } from '../../../../connector/bank/ofx/guard.ts';
import { isFault } from '../../../../sync/fault/index.ts';

const FOLDERS = ['../../../fixtures/bank/ofx/', '../../../../../shared/data/bank/ofx/'].map(
  (path) => new URL(path, import.meta.url).pathname,
);

/** How many pieces of the file both read alike. */
function agreed(path: string): number {
  const decoded = decodeText(readFileSync(path), { trust: 'bytes' });
  if (isFault(decoded)) return 0;
  let count = 0;
  for (const { name, content } of new Guard(decoded.text, path, READ_LIMITS).pieces()) {
    expect(content.element(), path).toEqual(parseElement(name, content.xml()));
    count += 1;
  }
  return count;
}

describe('ofx-js finds in every piece what the reader finds', () => {
  for (const folder of FOLDERS) {
    if (!existsSync(folder)) {
      test.skip(`${folder} is not here`, () => {});
      continue;
    }
    it(`in the files of ${folder}`, () => {
      const files = readdirSync(folder).filter((name) => !name.endsWith('.json'));
      const counts = files.map((name) => agreed(folder + name));
      expect(counts.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(2 * files.length);
    });
  }
});
