// Reading ahead keeps order and errors, and reads no further than it may.
import { expect, test } from 'vitest';
import { ahead } from '../../../../connector/erp/odoo/ahead.ts';

async function* counting(to: number, read: number[], failsAt = Number.NaN): AsyncGenerator<number> {
  for (let i = 1; i <= to; i++) {
    if (i === failsAt) throw new Error(`at ${i}`);
    read.push(i);
    yield i;
  }
}

test('gives the same values in the same order', async () => {
  const got: number[] = [];
  for await (const value of ahead(counting(7, []), 3)) got.push(value);
  expect(got).toEqual([1, 2, 3, 4, 5, 6, 7]);
});

test('is so many values ahead of whoever works, and no more', async () => {
  const read: number[] = [];
  const values = ahead(counting(9, read), 3);
  await values.next();
  await new Promise((later) => setTimeout(later, 5));
  expect(read).toEqual([1, 2, 3, 4]);
  await values.return(undefined);
});

test('an error comes in its turn, after what was read before it', async () => {
  const got: number[] = [];
  const reading = (async () => {
    for await (const value of ahead(counting(9, [], 4), 3)) got.push(value);
  })();
  await expect(reading).rejects.toThrow('at 4');
  expect(got).toEqual([1, 2, 3]);
});
