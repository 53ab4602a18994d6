// Names of firms made comparable: words without legal form, and abbreviations told from other words.
import { plain } from './squash.ts';

/** Legal forms, which banks add, move and drop at will. */
const FORMS = new Set(
  'SARL SAS SASU SA EURL SCI SNC SCOP SELARL SELAS SCP SEM GIE GAEC EARL SCEA EI EIRL GMBH AG KG OHG UG LTD LIMITED PLC LLC LLP INC CORP BV NV SPA SRL SL SLU'.split(
    ' ',
  ),
);
/** Words that say nothing about whose name it is. */
const LITTLE = new Set(
  'STE SOCIETE ETS ETABLISSEMENTS ETABLISSEMENT CIE CO COMPAGNIE GROUPE MR MME MLLE MONSIEUR MADAME M ME DE DU DES LA LE LES L D ET AND THE'.split(
    ' ',
  ),
);

/** Words of a name in capitals, each once, in their order; the legal form and little words are dropped. */
export function nameWords(name: string): string[] {
  const words = (plain(name).match(/[A-Z0-9]+/g) ?? []).filter((word) => !FORMS.has(word) && !LITTLE.has(word));
  return words.length > 1 ? [...new Set(words)] : words;
}

/** True for "M DURAND" or "MME CLAIRE PONT": a person's title, not a firm's name. */
export function isPerson(name: string): boolean {
  return /^(?:M|MR|MME|MLLE|MONSIEUR|MADAME|MRS|MS|HERR|FRAU)\b\.? /.test(plain(name));
}

/** The legal form in a name; null when it states none, or several. */
export function legalForm(name: string): string | null {
  const forms = (plain(name).match(/[A-Z]+/g) ?? []).filter((word) => FORMS.has(word));
  return forms.length === 1 ? forms[0]! : null;
}

/** Forms of one kind, which firms and banks write one for the other. */
const KINDS: readonly (readonly string[])[] = [
  ['SAS', 'SASU'],
  ['SARL', 'EURL'],
  ['LTD', 'LIMITED'],
  ['SL', 'SLU'],
];

/** Forms that banks leave out but never add: who shows one is not the firm or body whose name it follows. */
const OWNING = new Set(['SCI', 'SCEA', 'GIE', 'GAEC', 'SEM']);
/** Bodies that have no firm's form: "SCI MAIRIE DE TULLE" owns a house, it is not the town. */
const HOUSES = new Set(
  'MAIRIE COMMUNE VILLE DEPARTEMENT REGION METROPOLE PREFECTURE LYCEE COLLEGE ECOLE UNIVERSITE HOPITAL ASSOCIATION SYNDICAT FONDATION'.split(
    ' ',
  ),
);

/** True for a name that begins with the kind of a public or common body. */
function isHouse(name: string): boolean {
  return HOUSES.has(/[A-Z]+/.exec(plain(name).replace(LEADING_FORM, ''))?.[0] ?? '');
}

const LEADING_FORM = /^[^A-Z]*(?:SCI|SARL|SAS|SASU|SA|EURL|SNC|GIE|SEM)\b/;

/**
 * True when both names state a legal form, or a person's title, and the two are of different kinds: a firm and its owner's
 * property company. True as well where the payer's name (`a`) alone states a form that nobody adds, or where only one of
 * the two states a form and a town or an association bears the name.
 */
export function formsDiffer(a: string, b: string): boolean {
  if (isPerson(a) !== isPerson(b)) return legalForm(a) !== null || legalForm(b) !== null;
  const [one, two] = [legalForm(withoutCutForm(a)), legalForm(b)];
  if (one === null || two === null) return OWNING.has(one ?? '') || (one !== two && (isHouse(a) || isHouse(b)));
  if (one === two) return false;
  return !KINDS.some((kind) => kind.includes(one) && kind.includes(two));
}

/** Lengths at which banks cut names. */
const CUT_FROM = 24;
const CUT_TO = 35;

/** "…TOULON S", "…NIMES SAR": the bank cut the name within its legal form. */
export function withoutCutForm(name: string): string {
  const last = name.length < CUT_FROM || name.length > CUT_TO ? null : /\s(\S{1,3})$/.exec(name);
  const word = last ? plain(last[1]!) : '';
  return word !== '' && !FORMS.has(word) && [...FORMS].some((form) => form.startsWith(word))
    ? name.slice(0, last!.index)
    : name;
}

/** True when one word abbreviates the other: a beginning (BAT, BATIMENT), or its letters in order from first to last (SCES, SERVICES). */
export function abbreviates(a: string, b: string): boolean {
  if (a === b) return true;
  // Most words differ in their first letter: this is asked for every word of every candidate.
  if (a.charCodeAt(0) !== b.charCodeAt(0)) return false;
  const short = a.length <= b.length ? a : b;
  const long = short === a ? b : a;
  if (short.length < 3 || /\d/.test(long)) return false;
  if (long.startsWith(short)) return true;
  if (short.at(-1) !== long.at(-1)) return false;
  let at = 0;
  for (const letter of long) if (letter === short[at]) at += 1;
  return at === short.length;
}

/** Letters that an abbreviation leaves out at the least: with fewer it is another name ("ZEPHYR", "ZEPHYRE") or a slip. */
const LEFT_OUT_MIN = 3;

/** True for the same word, or one that abbreviates the other and cannot be taken for another name. */
export function saysTheSame(a: string, b: string): boolean {
  return a === b || (Math.abs(a.length - b.length) >= LEFT_OUT_MIN && abbreviates(a, b));
}
