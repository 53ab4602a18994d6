// Lines of banks, providers and payers that no count was taken from: remittances, rejects, references of theirs, names that say little.
import type { OpenItem } from '../../../../sync/model/ledger.ts';
import { type Firm, iban } from '../people.ts';
import type { World } from '../world.ts';
import { residual } from './cast.ts';
import { say } from './named.ts';

/** Our own transfer to a customer was not carried out: the money is back, in the bank's words, and an invoice has its amount. */
export function transferRejected(w: World): void {
  const payer = w.party();
  const item = w.item(payer);
  const line = w.line({
    payer,
    amountMinor: item.residualMinor,
    bankCode: null,
    label: w.by.pick([
      'VIR NON EXECUTE COORDONNEES ERRONEES',
      'ANNULATION VIR EMIS',
      'VIREMENT EMIS ANNULE',
      'RESTITUTION VIREMENT',
      'AC01 IBAN INCORRECT',
      'BE05 DESTINATAIRE INCONNU',
      'RAPPEL DE FONDS',
      'RECALL OF FUNDS',
      'VIR EMIS NON ABOUTI',
      'FONDS RESTITUES COMPTE CLOTURE',
      'CANCELLATION OF TRANSFER',
    ]),
  });
  w.truth(line, 'transfer-rejected', 'abstain', []);
}

const ofDigits = (w: World, item: OpenItem) => (w.by.yes(0.5) ? item.document! : item.document!.replace(/\D/g, ''));

/** Bills, cards and cheques handed in: the number is the slip's or the terminal's, and an invoice of that number has the sum. */
export function handedIn(w: World): void {
  const item = w.item(w.party(), { amountMinor: w.by.pick([4_900, 9_900, 24_000]) });
  const line = w.line({
    counterparty: w.by.pick([null, 'BANQUE DE L OUEST', 'CAISSE REGIONALE']),
    amountMinor: item.residualMinor,
    label: `${w.by.pick(['REMISE LCR N° ', 'LCR ECH 30/06 ', 'REM EFFETS ', 'EFFET ECHU ', 'BOR ', 'ENCAISSEMENT LCR ', 'TRAITE N° ', 'REMISE CB ', 'TPE ', 'TELECOLLECTE ', 'REMISE AMEX ', 'VENTES CB ', 'REM CHQ N ', 'REMISE DE 2 CHEQUES ', 'VERSEMENT ESPECES ', 'VERST ', 'REMISE ', 'PRLV EMIS LOT ', 'REMISE PRLV '])}${ofDigits(w, item)}`,
  });
  w.truth(line, 'handed-in', 'abstain', []);
}

/** A marketplace pays out what it sold; its number of the payout or of an order is ours of somebody. */
export function marketplace(w: World): void {
  const item = w.item(w.party(), { amountMinor: w.by.pick([4_900, 9_900, 24_000]) });
  const line = w.line({
    counterparty: w.by.pick(['PLACE DES PROS', 'AMAZON PAYMENTS EUROPE', 'MIRAMARCHE', 'BACKSHOP SAS']),
    counterpartyAccount: iban(w.by),
    amountMinor: item.residualMinor,
    label: `${w.by.pick(['REVERSEMENT ', 'VENTES ', 'ORDER ', 'CMD ', 'SETTLEMENT ', 'COMMANDES ', 'PERIODE ', 'RELEVE VENDEUR ', 'DISBURSEMENT '])}${w.by.yes(0.3) && item.clientReference ? item.clientReference : ofDigits(w, item)}`,
  });
  w.truth(line, 'marketplace', 'abstain', []);
}

/** A public accountant's own numbers of mandates and slips have the digits of somebody's invoice. */
export function mandateNumbers(w: World): void {
  const item = w.item(w.party(), { amountMinor: w.by.pick([4_900, 9_900, 24_000]) });
  const digits = item.document!.replace(/\D/g, '');
  const line = w.line({
    counterparty: w.by.pick(['SGC NORD', 'DRFIP 38', 'PAIERIE DEPARTEMENTALE']),
    counterpartyAccount: iban(w.by, '30001'),
    amountMinor: item.residualMinor,
    label: w.by.pick([
      `MDT ${digits} BORD 12`,
      `EX 2026 MDT ${digits}`,
      `MANDAT N° ${digits}`,
      `BORD ${digits} EJ 88`,
      `TITRE ${digits}`,
      `LIQ ${digits}`,
      `AIDE ${digits}`,
      `SUBVENTION ${digits}`,
      `DEGREVEMENT ${digits}`,
      `DP ${digits}`,
      `BORDEREAU 12 LIGNE ${digits}`,
    ]),
  });
  w.truth(line, 'mandate-numbers', 'abstain', []);
}

/** The payer's own number stands where the bank asks for one; it is the invoice of a customer it has nothing to do with. */
export function ownEndToEnd(w: World): void {
  const item = w.item(w.party(), { amountMinor: w.by.pick([4_900, 9_900, 24_000]) });
  const line = w.line({
    payer: w.stranger(),
    amountMinor: item.residualMinor,
    endToEndId: item.document,
    label: w.by.pick(w.words().plain),
  });
  w.truth(line, 'own-end-to-end', 'abstain', []);
}

/** "Our reference": the payer's. */
export function ownReference(w: World): void {
  const item = w.item(w.party(), { amountMinor: w.by.pick([4_900, 9_900, 24_000]) });
  const line = w.line({
    payer: w.stranger(),
    amountMinor: item.residualMinor,
    label: `${w.by.pick(['N/REF ', 'NOTRE REF ', 'NOS REF. ', 'N/REFERENCE : ', 'OUR REF ', 'UNSERE REFERENZ ', 'NUESTRA REF '])}${item.document}`,
  });
  w.truth(line, 'own-reference', 'abstain', []);
}

/** The bank states for whom the account pays: nobody that we know, or the payer himself. */
export function ultimateStated(w: World): void {
  const payer = w.party();
  const item = w.item(payer);
  const own = w.by.yes(0.3);
  const line = w.line({
    payer,
    amountMinor: item.residualMinor,
    ultimateParty: own ? payer.name : w.stranger().name,
    label: w.by.pick(w.words().plain),
  });
  w.truth(line, 'ultimate-stated', own ? 'suggest' : 'abstain', own ? [residual(item)] : []);
}

/** A customer pays for somebody who is none, and says so. */
export function forSomebody(w: World): void {
  const payer = w.party();
  const item = w.item(payer);
  const line = w.line({
    payer,
    amountMinor: item.residualMinor,
    label: `${w.by.pick(['POUR ', 'P/C ', 'LOYER ', 'FACTURE DE ', 'FOR ', 'FUR '])}${w.stranger().name}`,
  });
  w.truth(line, 'for-somebody', 'abstain', []);
}

/** A customer that sells to us, or shares something with us, pays what no invoice of ours asks for. */
export function rebate(w: World): void {
  const payer = w.party();
  const item = w.item(payer);
  const line = w.line({
    payer,
    amountMinor: item.residualMinor,
    label: w.by.pick([
      'RISTOURNE ANNUELLE',
      'BFA 2025',
      'REMISE FIN D ANNEE',
      'BONUS Q1',
      'RETROCESSION',
      'COMMISSION APPORTEUR',
      'AVOIR 88412',
      'NOTRE AVOIR DU 12/05',
      'CONSIGNES',
      'RACHAT MATERIEL',
      'INTERETS DE RETARD',
      'LIBERATION CAUTION',
      'QUOTE PART CHARGES',
      'RESTITUTION 88213',
      'AIDE INNOVATION',
      'GUTSCHRIFT 4711',
      'CREDIT NOTE 8812',
    ]),
  });
  w.truth(line, 'rebate', 'abstain', []);
}

/** Two customers named on one line; one of them owes the amount. */
export function twoPayers(w: World): void {
  const [one, two] = [w.party(), w.party()];
  if (one === two || one.root === two.root) return;
  const item = w.item(one);
  const line = w.line({
    payer: w.by.yes(0.5) ? one : null,
    amountMinor: item.residualMinor,
    label: `${one.root} ${one.trade} ET ${two.root} ${two.trade}`,
  });
  w.truth(line, 'two-payers', 'abstain', [residual(item)]);
}

/** The name of a kind of house, of which one in one town is a customer. */
export function kindOfHouse(w: World): void {
  const city = w.by.pick(['RODEZ', 'TULLE', 'SENS', 'CHOLET']);
  const kind = w.by.pick(['MAIRIE', 'LYCEE', 'CLINIQUE', 'PREFECTURE', 'PAROISSE']);
  if (w.parties.some((one) => one.name.includes(kind))) return;
  const owner: Firm = {
    ...w.party(),
    id: `H${w.by.digits(6)}`,
    name: `${kind} DE ${city}`,
    root: kind,
    trade: `DE ${city}`,
    city,
    ibans: [],
    parentId: null,
  };
  w.parties.push(owner);
  const item = w.item(owner);
  const line = w.line({
    amountMinor: item.residualMinor,
    counterparty: w.by.pick([kind, `${kind} DE VALENCIENNES`, `${kind} ANNEXE`]),
    counterpartyAccount: w.by.yes(0.5) ? iban(w.by) : null,
    label: w.by.pick(w.words().plain),
  });
  w.truth(line, 'kind-of-house', 'abstain', []);
}

/** Private customers: somebody of the same family pays, or she herself with her names turned round. */
export function family(w: World): void {
  const [first, last] = [
    w.by.pick(['CLAIRE', 'NADIA', 'ODILE']),
    `${w.by.pick(['PONT', 'VASSEUR', 'CARLIER', 'MERLIN'])}${w.by.pick(['', 'EAU', 'IN', 'IER', 'OT'])}`,
  ];
  if (w.parties.some((one) => one.name.includes(last))) return;
  const owner: Firm = {
    ...w.party(),
    id: `Q${w.by.digits(6)}`,
    name: `MME ${first} ${last}`,
    root: last,
    trade: first,
    form: 'MME',
    city: null,
    ibans: [],
    parentId: null,
  };
  w.parties.push(owner);
  const item = w.item(owner);
  const own = w.by.yes(0.3);
  const line = w.line({
    amountMinor: item.residualMinor,
    counterparty: own
      ? `${last} ${first}`
      : w.by.pick([`M HUGO ${last}`, `MLLE INES ${last}`, last, `M OU MME ${last}`, `${last} C`]),
    counterpartyAccount: w.by.yes(0.5) ? iban(w.by) : null,
    label: w.by.pick(w.words().plain),
  });
  w.truth(line, 'family', own ? 'suggest' : 'abstain', own ? [residual(item)] : []);
}

/** An insurer pays a repair in the customer's place, whole or less the customer's own share. */
export function insurerPays(w: World): void {
  const item = w.item(w.party(), { amountMinor: w.by.whole(60_000, 300_000) });
  const share = w.by.pick([0, 15_000, 28_000]);
  const line = w.line({
    counterparty: w.by.pick(['ASSURANCES DU CENTRE', 'MUTUELLE DES ARTISANS']),
    counterpartyAccount: iban(w.by),
    amountMinor: item.residualMinor - share,
    label: `SINISTRE ${w.by.digits(6)} ${say(w, item.document!)}`,
  });
  w.truth(line, 'insurer-pays', 'suggest', [[item, item.residualMinor - share]]);
}
