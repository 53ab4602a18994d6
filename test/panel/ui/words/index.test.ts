// The catalogues are whole in both languages, and days and shares are written the house way.
import { describe, expect, it, test } from 'vitest';
import { COLUMNS } from '../../../../panel/ui/help/view.tsx';
import { claim as enClaim } from '../../../../panel/ui/words/en/claim.ts';
import { help as enHelp } from '../../../../panel/ui/words/en/help.ts';
import { en as enFirst } from '../../../../panel/ui/words/en.ts';
import { claim as frClaim } from '../../../../panel/ui/words/fr/claim.ts';
import { help as frHelp } from '../../../../panel/ui/words/fr/help.ts';
import { fr as frFirst } from '../../../../panel/ui/words/fr.ts';
import { writerOf } from '../../../../panel/ui/words/index.ts';

const en = { ...enFirst, ...enClaim, ...enHelp };
const fr = { ...frFirst, ...frClaim, ...frHelp };
const nb = '\u00a0';

/** Every text of a catalogue; those with parameters as they read for two things. */
function textsOf(words: unknown, path = ''): [string, string][] {
  if (typeof words === 'string') return [[path, words]];
  if (typeof words === 'function') return [[path, String(words(2, '2', '2'))]];
  return Object.entries(words as object).flatMap(([key, value]) => textsOf(value, `${path}.${key}`));
}

describe('the catalogues', () => {
  it('say something for every key, in both languages', () => {
    expect(textsOf(en).map(([path]) => path)).toEqual(textsOf(fr).map(([path]) => path));
    for (const [path, text] of [...textsOf(fr), ...textsOf(en)]) expect(text, path).not.toMatch(/^\s*$|undefined/);
  });

  it('are written in the house style: no exclamation, no "Oups", no narrow space, no typewriter apostrophe', () => {
    for (const [path, text] of [...textsOf(fr), ...textsOf(en)])
      expect(text, path).not.toMatch(/!|oups|oops|\u202f|\p{L}'\p{L}|score|\bIA\b/iu);
  });

  it('differ: nothing was left untranslated but signs and names', () => {
    const same = textsOf(fr).filter(
      ([path, text]) => textsOf(en).find(([other]) => other === path)?.[1] === text && /\p{L}{5}/u.test(text),
    );
    expect(same.map(([path]) => path).sort()).toEqual([...SAME].sort());
  });
});

test('the shortcut sheet names every key that it has words for', () => {
  const named = COLUMNS.flat().flatMap(({ keys }) => keys.map(([, what]) => what));
  expect([...new Set(named)].sort()).toEqual(Object.keys(fr.help.what).sort());
});

const SAME = [
  '.screen.imports',
  '.imports.kind.cfonb120',
  '.finding.end-to-end',
  '.find.placeholder',
  '.help.what.imports',
  '.settings.journal',
];

describe('days, hours and shares', () => {
  const writers = { fr: writerOf('fr', 'EUR', '2026-11-20'), en: writerOf('en', 'EUR', '2026-11-20') };

  test.each([
    ['fr', 'day', '2026-11-20', '20/11/2026'],
    ['fr', 'shortDay', '2026-11-20', '20/11'],
    ['fr', 'shortDay', '2025-11-20', '20/11/2025'],
    ['fr', 'heading', '2026-11-16', 'Lundi 16 novembre'],
    ['fr', 'heading', '2025-12-31', 'Mercredi 31 décembre 2025'],
    ['en', 'day', '2026-11-20', '20 Nov 2026'],
    ['en', 'shortDay', '2026-11-20', '20 Nov'],
    ['en', 'heading', '2026-11-16', 'Monday 16 November'],
  ] as const)('%s %s of %s is %s', (language, way, day, text) => {
    expect(writers[language][way](day)).toBe(text);
  });

  test.each([
    [67, 0, `67${nb}%`, '67%'],
    [696, 1, `69,6${nb}%`, '69.6%'],
    [-102, 1, `−10,2${nb}%`, '−10.2%'],
    [1000, 1, `100,0${nb}%`, '100.0%'],
    [3, 1, `0,3${nb}%`, '0.3%'],
    [0, 1, `0,0${nb}%`, '0.0%'],
  ] as const)('%i with %i decimals is %s and %s', (n, decimals, french, english) => {
    expect(writers.fr.percent(n, decimals)).toBe(french);
    expect(writers.en.percent(n, decimals)).toBe(english);
  });

  it('groups an IBAN by four and leaves other numbers alone', () => {
    expect(writers.fr.account('CH9300762011623852957')).toBe('CH93 0076 2011 6238 5295 7');
    expect(writers.fr.account('00012345678')).toBe('00012345678');
  });
});
