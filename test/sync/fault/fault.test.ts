// Faults: a closed list, each with words in both languages that name the place.
import { describe, expect, test } from 'vitest';
import { FAULT_CODES, fault, isFault, placeText, says } from '../../../sync/fault/index.ts';

describe('faults', () => {
  test.each(FAULT_CODES)('%s has a sentence in French and another in English', (code) => {
    const params = new Proxy({}, { get: () => '7' }) as Record<string, string>;
    const [fr, en] = [says(fault(code, {}, params), 'fr'), says(fault(code, {}, params), 'en')];
    expect(fr).not.toBe(en);
    for (const words of [fr, en]) expect(words).toMatch(/^[^a-z].*[.]$|^«/);
    expect(`${fr}${en}`).not.toContain('undefined');
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
