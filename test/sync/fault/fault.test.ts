// Faults: a closed list, each with words in both languages that name the place.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FAULT_CODES, fault, isFault, placeText, says } from '../../../sync/fault/index.ts';

const HOUSE = join(import.meta.dirname, '../../../sync/fault');
/** Every name that a sentence of the list uses. */
const NAMES = readdirSync(HOUSE).flatMap((file) =>
  [...readFileSync(join(HOUSE, file), 'utf8').matchAll(/\bp\.(\w+)/g)].map((it) => it[1] ?? ''),
);

describe('faults', () => {
  test.each(FAULT_CODES)('%s has a sentence in French and another in English', (code) => {
    const params = Object.fromEntries(NAMES.map((name) => [name, '7']));
    const [fr, en] = [says(fault(code, {}, params), 'fr'), says(fault(code, {}, params), 'en')];
    expect(fr).not.toBe(en);
    for (const words of [fr, en]) expect(words).toMatch(/^[^a-z].*[.]$|^«/);
    expect(`${fr}${en}`).not.toMatch(/undefined|\p{L}'\p{L}/u);
  });

  test('days and hours stand in a sentence as its reader writes them', () => {
    const locked = fault('period-locked', {}, { until: '2026-10-31' });
    expect(says(locked, 'fr')).toBe('La période est clôturée jusqu’au 31/10/2026. Rien n’a été modifié.');
    expect(says(locked, 'en')).toBe('The period is locked until 31 Oct 2026. Nothing was changed.');
    const late = fault('night-late', {}, { due: '2026-11-06 04:30', at: '2026-11-06 08:12' });
    expect(says(late, 'fr')).toContain('le 06/11/2026 à 04:30');
    expect(says(late, 'en')).toContain('6 Nov 2026, 04:30');
  });

  test('a line that the ERP holds otherwise was decided there, by nobody whom we know', () => {
    expect(says(fault('line-decided', {}, { by: 'Odoo' }), 'fr')).toBe(
      'Cette ligne a été traitée entre-temps par Odoo. Rien n’a été modifié.',
    );
    expect(says(fault('line-decided', {}, { erp: 'Odoo' }), 'en')).toBe(
      'This line was decided meanwhile by the ledger. Nothing was changed.',
    );
  });

  test.each([
    ['residual', 'ce qui en reste dû n’est plus le même'],
    ['customer', 'il est au nom d’un autre client'],
    ['cancelled', 'il y a été annulé'],
    ['company', 'il est dans une autre société'],
    ['deleted', 'il n’y est plus'],
  ])('what moved in the ERP is said in words: %s', (what, words) => {
    expect(says(fault('item-moved', {}, { erp: 'Odoo', document: 'FAC/1', what }), 'fr')).toContain(`: ${words}.`);
  });

  test('what stands in a file is shown as it stands there', () => {
    expect(says(fault('date-unreadable', {}, { text: '2026-11-25' }), 'fr')).toContain('2026-11-25');
    expect(says(fault('erp-refused', {}, { erp: 'Odoo', what: '2026-02-30' }), 'fr')).toContain('2026-02-30');
  });

  test('French breaks no line after « or before a colon', () => {
    const words = says(fault('amount-unreadable', {}, { text: 'x' }), 'fr');
    expect(words).toContain('«\u00a0x\u00a0»');
    expect(says(fault('erp-denied', {}, { erp: 'Odoo', what: 'x' }), 'fr')).toContain('l’accès\u00a0: x');
  });

  test('the place reads from the file inwards', () => {
    const place = { file: 'releve.xml', line: 412, column: 17, path: 'Stmt[1]/Ntry[3]' };
    expect(placeText(place)).toBe('releve.xml, line 412, column 17, Stmt[1]/Ntry[3]');
    expect(placeText(place, 'fr')).toContain('ligne 412, colonne 17');
  });

  test('only what may pass by itself is worth a retry', () => {
    expect(fault('erp-unreachable').retry).toBe(true);
    expect(fault('period-locked').retry).toBe(false);
  });

  test('a fault is told from any other value', () => {
    expect(isFault(fault('not-found'))).toBe(true);
    expect(isFault(new Error('not-found'))).toBe(false);
  });
});
