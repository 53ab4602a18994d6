// Made-up firms: names with all that makes names hard (forms, places, homonyms, groups, abbreviations), and their accounts.
import type { Party } from '../../../sync/model/party.ts';
import type { Chance } from './chance.ts';

const ROOTS =
  'ABELIN ARDOISE BALZANE BERTHIER BOREAL BRUMAIRE CALANQUE CARNUTES CERDAN COLVERT CORVAISIER DELMAS DOLOMIE DURANCE ECUREUIL EPERVIER ESTEREL FARGEAU FLORIAN GALIBIER GARONNE GIVRY GRANDVAL HALBRAN HERMINE IROISE JASMIN KERLEO LANDRY LAVANDIN LORIOT LUBERON MARVILLE MELEZE MERCOEUR MISTRAL MONTCALM NERVAL NORDET OLERON ORMEAU PALMIER PERCEVAL PIVERT QUERCY RIVOIRE ROCROI SARRAZIN SERVANE TALMONT TARENNE URBAIN VALMY VERCORS VIGNAL YSER ZEPHYR'.split(
    ' ',
  );
const TRADES =
  'ACOUSTIQUE AMENAGEMENT ARCHIVES ASCENSEURS BOIS BUREAUTIQUE CARRELAGE CHAUFFAGE COUVERTURE DECOLLETAGE DEMENAGEMENT DIFFUSION ECLAIRAGE ENERGIE ETANCHEITE EXPERTISE FERMETURES FOURNITURES FROID GRANULATS HABITAT HYDRAULIQUE INGENIERIE LABO LAITERIE LEVAGE LOGICIELS MAINTENANCE MAROQUINERIE MENUISERIES METROLOGIE MOULAGE NAUTISME NEGOCE OUTILLAGE PEINTURE PRIMEURS PROTECTION RECYCLAGE REVETEMENTS SERRURERIE SIGNALETIQUE STOCKAGE TERRASSEMENT TOITURES TOLERIE TRANSIT USINAGE VERRERIE VOYAGES'.split(
    ' ',
  );
const PLACES =
  'AGEN ALBI AMIENS ARRAS AURILLAC BAYONNE BEAUNE BLOIS BOURGES CAHORS CHAMBERY CHOLET COLMAR DAX EPINAL EVREUX GAP LAVAL LORIENT MACON MENDE NIORT NEVERS PERIGUEUX QUIMPER RODEZ SAUMUR SENS TARBES TROYES TULLE VALENCE VICHY VIENNE'.split(
    ' ',
  );
const ENDINGS = 'IER EAU ON IN EL OT ARD ET AC AN ERIE IS OUX AL ENT'
  .split(' ')
  .flatMap((end) => [end, `${end}S`, `${end}NE`]);
const FORMS = ['SARL', 'SAS', 'SASU', 'SA', 'EURL', 'SCI', 'GMBH', 'LTD', 'BV', 'SPA', 'SRL', 'SL', 'NV', 'AG'];

export type Firm = Party & {
  root: string;
  trade: string;
  form: string;
  /** The account that it really pays from, known to the ERP or not. */
  paysFrom: string;
};

/** `count` firms: one in eight shares its root and trade with another firm, one in twelve belongs to a group the ERP knows. */
export function firms(count: number, by: Chance): Firm[] {
  const list: Firm[] = [];
  for (let i = 0; i < count; i += 1) {
    const model = i > 8 && by.yes(0.12) ? by.pick(list) : null;
    // Large ledgers have more names, not only more of the same.
    const root = model?.root ?? by.pick(ROOTS) + (count > 2_000 ? by.pick(ENDINGS) : '');
    // One in four names is longer than a bank's column.
    const trade = model?.trade ?? (by.yes(0.25) ? `${by.pick(TRADES)} ${by.pick(TRADES)}` : by.pick(TRADES));
    const form = by.pick(FORMS);
    const city = by.pick(PLACES);
    const shown = by.yes(0.35) ? ` ${city}` : '';
    const name = by.yes(0.5) ? `${form} ${root} ${trade}${shown}` : `${root} ${trade}${shown} ${form}`;
    const paysFrom = iban(by);
    list.push({
      id: `P${String(i).padStart(5, '0')}`,
      name,
      city,
      country: 'FR',
      ibans: by.yes(0.55) ? [paysFrom] : by.yes(0.15) ? [iban(by)] : [],
      parentId: i > 20 && by.yes(0.08) ? list[by.whole(0, i - 1)]!.id : null,
      shared: false,
      root,
      trade,
      form,
      paysFrom,
    });
  }
  return list;
}

/** A French account with true check digits (ISO 13616), of no public accountant. */
export function iban(by: Chance, bank = `1${by.digits(4)}`): string {
  const body = bank + by.digits(18);
  let rest = 0;
  for (const digit of `${body}152700`) rest = (rest * 10 + Number(digit)) % 97;
  return `FR${String(98 - rest).padStart(2, '0')}${body}`;
}

/** The name as a bank shows it: form dropped or moved, words swapped, shortened or cut, the place left out or added. */
export function shownName(firm: Firm, by: Chance): string {
  const named = firm.name.includes(firm.city ?? '-') ? ` ${firm.city}` : '';
  const place = by.yes(0.85) ? named : '';
  const trade = by.yes(0.08) && firm.trade.length > 6 ? firm.trade.slice(0, by.whole(4, 6)) : firm.trade;
  return by.pick([
    firm.name,
    firm.name,
    `${firm.root} ${trade}${place}`,
    `${firm.root} ${trade}${place} ${firm.form}`,
    `${trade} ${firm.root}${place}`,
    `STE ${firm.root} ${trade}${place}`,
    `${firm.root[0]}${firm.root.slice(1).toLowerCase()} ${trade.toLowerCase()}${place.toLowerCase()}`,
  ]);
}

/** True when another firm's name cannot be told from this one's without its form or place. */
export function isHomonym(a: Firm, b: Firm): boolean {
  return a.id !== b.id && a.root === b.root && a.trade === b.trade;
}
