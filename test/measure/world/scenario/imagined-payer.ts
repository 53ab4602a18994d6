// Somebody else's money for a customer, in ways that no rule was made for: aid, court plans, notaries, staff, successors, managers.
import type { OpenItem } from '../../../../sync/model/ledger.ts';
import { type Firm, iban, isHomonym } from '../people.ts';
import type { World } from '../world.ts';
import { outsider, residual, twoOf } from './cast.ts';
import { say } from './named.ts';

/** An open item of this amount by accident: the same customer's now and then. */
function byAccident(w: World, party: Firm, amountMinor: number, own = 0.5): OpenItem {
  return w.item(w.by.yes(own) ? party : w.party(), { amountMinor });
}

/** Housing aid for many tenants in one amount, which is one tenant's rent by accident; the text names a tenant now and then. */
export function housingAid(w: World): void {
  const tenant = w.party();
  const item = w.item(tenant, { amountMinor: w.by.whole(300, 900) * 100 });
  const payer = outsider(
    w,
    w.by.pick(['CAF DU RHONE', 'CAISSE ALLOC FAM 59', 'MSA ALPES', 'CAF 33', 'ACTION LOGEMENT']),
  );
  const label = w.by.pick([
    'APL 05/2026',
    `APL MAI ${w.by.digits(7)}`,
    `AL TIERS ${w.by.digits(7)} ${tenant.name}`,
    `TIERS PAYANT LOCATAIRES ${tenant.root}`,
    `LOYER MAI ${tenant.name}`,
    'PAIEMENT BAILLEUR',
  ]);
  w.truth(w.line({ payer, amountMinor: item.residualMinor, label }), 'housing-aid', 'abstain', []);
}

/** The administrator of a debtor under protection pays a share of the debt: another invoice's amount by accident. */
export function courtPlan(w: World): void {
  const debtor = w.party();
  const item = w.item(debtor, { amountMinor: w.by.whole(200_000, 900_000) });
  const amountMinor = Math.round(item.amountMinor / w.by.pick([8, 10, 20]));
  byAccident(w, debtor, amountMinor, 0.7);
  const names = ['SELARL BALDI', 'ME VERDIER MJ', 'SCP CANOVA MANDATAIRES', 'AJ PARTNERS', debtor.name];
  const own = w.by.pick(names);
  const payer = own === debtor.name ? debtor : outsider(w, own);
  const label = w.by.pick([
    `PLAN ${debtor.name}`,
    `RJ ${debtor.name} REPARTITION`,
    `PLAN DE CONTINUATION ANNUITE 2`,
    `${debtor.name} ${item.document}`,
    'PLAN DE REDRESSEMENT 2/10',
    `SAUVEGARDE ${debtor.root} CREANCE ${w.by.digits(3)}`,
  ]);
  w.truth(w.line({ payer, amountMinor, label }), 'court-plan', 'suggest', [[item, amountMinor]]);
}

/** A notary releases a price or a debt: the deed's number has the digits of an invoice of that amount, or the text a customer's name. */
export function notarySale(w: World): void {
  const item = w.item(w.party(), {
    amountMinor: w.by.pick([4_900, 9_900, 150_000, 240_000]),
  });
  const digits = item.document!.replace(/\D/g, '');
  const owner = w.parties.find((one) => one.id === item.partyId)!;
  const payer = outsider(
    w,
    w.by.pick(['OFFICE NOTARIAL DU PORT', 'SCP LEROUX', 'ME HAMON', 'ETUDE BEAULIEU', 'SELAS NOTAIRES DU PARC']),
  );
  const label = w.by.pick([
    `VENTE ${digits}`,
    `ACTE ${digits}`,
    `DOSSIER ${digits} ${owner.name}`,
    `VTE ${owner.name}`,
    `SUCCESSION ${owner.root} ${digits}`,
    `PRIX DE VENTE ${digits}`,
    `QUOTE PART ${owner.name}`,
    `MINUTE N° ${digits}`,
  ]);
  w.truth(w.line({ payer, amountMinor: item.residualMinor, label }), 'notary-sale', 'abstain', []);
}

/** An employee who bears a customer's name pays for the firm that he works for, from his own account. */
export function employeePays(w: World): void {
  const pair = twoOf(w);
  if (!pair) return;
  const [employer, namesake] = pair;
  const item = w.item(employer);
  w.item(namesake, { amountMinor: item.residualMinor });
  const first = w.by.pick(['PAUL', 'SOPHIE', 'KARIM', 'LEA']);
  const payer = outsider(
    w,
    w.by.pick([
      `${namesake.root} ${first}`,
      `M ${first} ${namesake.root}`,
      `${first} ${namesake.root} ${namesake.trade}`,
    ]),
  );
  const label = w.by.pick([
    `POUR ${employer.name}`,
    `${employer.root} ${employer.trade}`,
    w.by.pick(w.words().plain),
    `FACTURE ${employer.root}`,
    `REGLEMENT ${employer.name}`,
    say(w, item.document!),
  ]);
  w.truth(
    w.line({ payer, amountMinor: item.residualMinor, label }),
    'employee-pays',
    label.includes(item.document!) ? 'suggest' : 'abstain',
    [residual(item)],
  );
}

/** The successor of a customer pays its old invoice; a customer of the new name owes the same, or the books know the new name only. */
export function successorPays(w: World): void {
  const pair = twoOf(w);
  if (!pair) return;
  const [old, successor] = pair;
  const item = w.item(old);
  if (w.by.yes(0.7)) w.item(successor, { amountMinor: item.residualMinor });
  const label = w.by.pick([
    `EX ${old.name}`,
    `ANCIENNEMENT ${old.root}`,
    `REPRISE ${old.root} ${old.trade}`,
    `FUSION ${old.name}`,
    `${old.root}`,
    `VOTRE CLIENT ${old.name}`,
    `TUP ${old.root}`,
  ]);
  const line = w.line({
    payer: successor,
    amountMinor: item.residualMinor,
    label,
  });
  w.truth(line, 'successor-pays', 'abstain', [residual(item)]);
}

/** A public body or a training fund pays a share of a customer's invoice: another invoice's amount by accident. */
export function grantPaid(w: World): void {
  const customer = w.party();
  const item = w.item(customer, { amountMinor: w.by.whole(90_000, 500_000) });
  const amountMinor = Math.round((item.amountMinor * w.by.pick([40, 50, 70, 80])) / 100);
  byAccident(w, customer, amountMinor, 0.6);
  const payer = outsider(
    w,
    w.by.pick([
      'OPCO EP',
      'AKTO',
      'REGION OCCITANIE',
      'ADEME',
      'FRANCE TRAVAIL',
      'ANAH',
      'CONSEIL DEPARTEMENTAL 29',
      'ASP',
    ]),
  );
  const label = w.by.pick([
    `DOSSIER ${w.by.digits(8)} ${customer.name}`,
    `${customer.name} ${item.document}`,
    `SUBROGATION ${customer.name}`,
    `PRISE EN CHARGE ${w.by.digits(6)} ${customer.root}`,
    `AIDE ${customer.name} ${w.by.digits(5)}`,
    `${customer.name}`,
    `CPF ${w.by.digits(6)} ${customer.name}`,
  ]);
  w.truth(w.line({ payer, amountMinor, label }), 'grant-paid', 'suggest', [[item, amountMinor]]);
}

/** A manager's account stands on one of the houses that he manages; he pays for another, of the same amount now and then. */
export function managedAccount(w: World): void {
  const pair = twoOf(w);
  if (!pair) return;
  const [known, other] = pair;
  if (known.ibans.length !== 1 || known.ibans[0] !== known.paysFrom) return;
  const amountMinor = w.amount();
  const item = w.item(other, { amountMinor });
  w.item(known, { amountMinor });
  const name = w.by.pick([
    'CABINET LAUGIER',
    'FONCIERE DES QUAIS',
    'AGENCE DU CENTRE',
    'GESTRIM SYNDIC',
    'EXPERTS COMPTABLES REUNIS',
  ]);
  const payer: Firm = { ...outsider(w, name), paysFrom: known.paysFrom };
  const label = w.by.pick([
    ...w.words().plain,
    `COPRO ${other.root}`,
    `${other.name}`,
    `LOT ${w.by.digits(2)}`,
    'APPEL DE FONDS',
    'REGLEMENT FOURNISSEUR',
  ]);
  w.truth(w.line({ payer, amountMinor, label }), 'managed-account', 'abstain', [residual(item)]);
}

/** Two firms of nearly one name in one town owe the same; plural, article or an initial tells them apart, or nothing that the bank shows. */
export function nearlyOneName(w: World): void {
  const owner = w.party();
  if (!owner.city || owner.trade.length < 5 || w.parties.some((one) => isHomonym(one, owner))) return;
  const trade = w.by.pick([
    `${owner.trade}S`,
    `DE ${owner.trade}`,
    `${owner.trade} II`,
    `${owner.trade} PLUS`,
    owner.trade,
  ]);
  const root = trade === owner.trade ? w.by.pick([`${owner.root}S`, `LE ${owner.root}`, `${owner.root}E`]) : owner.root;
  const twin: Firm = {
    ...owner,
    id: `${owner.id}n`,
    name: `${root} ${trade}`,
    root,
    trade,
    ibans: [],
    parentId: null,
    paysFrom: iban(w.by),
  };
  if (w.parties.some((one) => one.id === twin.id)) return;
  w.parties.push(twin);
  const amountMinor = w.amount();
  const item = w.item(w.by.pick([owner, twin]), { amountMinor });
  if (w.by.yes(0.6)) w.item(item.partyId === owner.id ? twin : owner, { amountMinor });
  const payer = item.partyId === owner.id ? owner : twin;
  const shown = w.by.pick([payer.name, `${payer.root} ${payer.trade}`, `${owner.root} ${owner.trade}`]);
  const line = w.line({
    payer,
    counterparty: shown,
    amountMinor,
    label: w.by.pick(w.words().plain),
    counterpartyAccount: w.by.yes(0.5) ? payer.paysFrom : null,
  });
  w.later(() => {
    const both = w.items.filter(
      (one) => one.residualMinor === amountMinor && (one.partyId === owner.id || one.partyId === twin.id),
    );
    const known = line.counterpartyAccount !== null && payer.ibans.includes(line.counterpartyAccount);
    w.truth(
      line,
      'nearly-one-name',
      known && both.length === 1 ? 'auto' : both.length > 1 && !known ? 'abstain' : 'suggest',
      [residual(item)],
    );
  });
}

/** The leader of a joint contract passes on its partner's share, with the partner's name; it owes the same itself now and then. */
export function jointContract(w: World): void {
  const pair = twoOf(w);
  if (!pair) return;
  const [leader, partner] = pair;
  const item = w.item(partner);
  if (w.by.yes(0.6)) w.item(leader, { amountMinor: item.residualMinor });
  const label = w.by.pick([
    `GROUPEMENT ${partner.name}`,
    `COTRAITANT ${partner.root} SIT 3`,
    `SITUATION 4 ${partner.name}`,
    `DGD ${partner.root} ${partner.trade}`,
    `S/T ${partner.name}`,
    `PAIEMENT DIRECT ${partner.name}`,
  ]);
  w.truth(w.line({ payer: leader, amountMinor: item.residualMinor, label }), 'joint-contract', 'abstain', [
    residual(item),
  ]);
}
