// The FEC as an ERP keeps the contract of all ERPs, says what it cannot do, and knows its files by content.
import { describe, expect, it } from 'vitest';
import { exercisesOf, openFec, sirenOfName, sniffFec } from '../../../../connector/erp/fec/index.ts';
import { ERPS } from '../../../../connector/erp/index.ts';
import { says } from '../../../../sync/fault/index.ts';
import { erpContract } from '../contract.ts';
import { CASES, COMPANY, configOf, filesOf } from './fixture.ts';

for (const name of [
  'ordinary',
  'opening-in-detail',
  'opening-as-balance',
  'letters',
  'opening-on-another-account',
  'opening-on-a-collective-account',
]) {
  erpContract(`a FEC (${name})`, {
    open: () => openFec(configOf(name)),
    openBroken: () => openFec(configOf('refused-customer-entry-off')),
    complete: true,
    contradicts: name === 'opening-on-another-account',
  });
}

describe('a FEC', () => {
  it('is opened under the name that companies give it', () => {
    expect(ERPS.fec).toBe(openFec);
  });

  it('says in its check why its file is refused', async () => {
    const [check] = await openFec(configOf('refused-no-header')).check();
    expect(check).toMatchObject({ ok: false });
    expect(check!.says.fr).toContain('en-tête');
  });

  it('that was not brought yet is an empty ledger, and says so in its check', async () => {
    const erp = openFec({ ...COMPANY, files: [] });
    expect((await erp.check())[0]!.ok).toBe(false);
    const kinds: string[] = [];
    for await (const page of erp.pull(null)) kinds.push(page.kind);
    expect(kinds).toEqual(['end']);
  });

  it('is known by its first bytes, whatever its name', () => {
    const unknown = CASES.filter((name) => !filesOf(name).every(({ bytes }) => sniffFec(bytes.subarray(0, 65_536))));
    expect(unknown).toEqual(['refused-empty']);
    expect(sniffFec(new TextEncoder().encode('<?xml version="1.0"?><Document/>'))).toBe(false);
    expect(sniffFec(new TextEncoder().encode('Date;Libellé;Débit;Crédit\n01/01/2024;x;1;2\n'))).toBe(false);
  });

  it('refused for an entry that touches customers names the entry and what it is off by', async () => {
    const [check] = await openFec(configOf('refused-customer-entry-off')).check();
    expect(check!.says.fr).toMatch(/VE 2 ne s’équilibre pas\u00a0: écart de 0,01/);
  });
});

describe('the SIREN of a file name', () => {
  it.each([
    ['999013006FEC20241231.txt', '999013006'],
    ['999013006FEC20241231 (1).TXT', '999013006'],
    ['Copie de 999013006fec20241231.csv', '999013006'],
    ['99901300600012FEC20241231.txt', '999013006'],
    ['1234567890FEC20241231.txt', null],
    ['export.txt', null],
    ['FEC20241231.txt', null],
  ])('%s is of %s', (name, siren) => {
    expect(sirenOfName(name)).toBe(siren);
  });
});

describe('the exercises in force', () => {
  const [first, second] = filesOf('opening-in-detail');

  it('follow each other in time, in whatever order the files came', () => {
    const names = [first!.name, second!.name];
    expect(exercisesOf({ ...COMPANY, files: [second!, first!] })).toMatchObject(names.map((name) => ({ name })));
  });

  it('hold only the later of two files of one exercise', () => {
    const again = { name: 'again.txt', bytes: second!.bytes };
    const inForce = exercisesOf({ ...COMPANY, files: [first!, second!, again] });
    expect(inForce).toMatchObject([{ name: first!.name }, { name: 'again.txt' }]);
  });

  it('warn when the later file ends before the one that it replaces', async () => {
    const text = new TextDecoder().decode(second!.bytes);
    const shorter = text.split('\r\n').filter((line) => !line.includes('20240110'));
    const older = { name: 'older.txt', bytes: new TextEncoder().encode(shorter.join('\r\n')) };
    const warnings: string[] = [];
    for await (const page of openFec({ ...COMPANY, files: [second!, older] }).pull(null)) {
      if (page.kind === 'warning') warnings.push(says(page.fault, 'en'));
    }
    expect(warnings.join()).toContain('older.txt replaces a FEC of the same exercise that goes further (10 Jan 2024)');
  });
});
