// How a statement is named, and which account it is of.
import { describe, expect, it } from 'vitest';
import { mt940Reader } from '../../../../connector/bank/mt940/index.ts';
import { readText } from '../text-file.ts';

const message = (reference: string, account: string, number: string) =>
  `:20:${reference}\n:25:${account}\n:28C:${number}\n:60F:C260301EUR1,\n:62F:C260301EUR1,\n-\n`;

describe('a statement is named by what identifies it', () => {
  it.each([
    ['its number', 'STARTUMS', '245/1', '245/1'],
    ['its reference where the number says nothing', '940S140102', '0', '940S140102'],
    ['nothing where both say nothing', 'STARTUMS', '000', null],
  ])('%s', async (_name, reference, number, id) => {
    expect((await readText(mt940Reader, message(reference, '1/2', number))).statements[0]?.id).toBe(id);
  });
});

describe('an account is read without the currency behind it', () => {
  it.each([
    ['NL34RABO0142623393 EUR', 'NL34RABO0142623393'],
    ['NL91ABNA0417164300EUR', 'NL91ABNA0417164300'],
    ['NL91ABNA0417164300', 'NL91ABNA0417164300'],
    ['COMPTE-EUR', 'COMPTE-EUR'],
    ['12345678/1234567890', '12345678/1234567890'],
  ])('%s', async (text, account) => {
    expect((await readText(mt940Reader, message('R1', text, '1'))).statements[0]?.account).toBe(account);
  });
});
