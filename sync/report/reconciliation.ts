// État de rapprochement bancaire: an account of the ledger against the bank's statements at a day.
import type { Moment } from '../model/aging.ts';
import type { BankReconciliation, LoneMovement } from '../model/report.ts';
import { line, type Sheet, type SheetColumn, type SheetRow, total } from '../model/sheet.ts';
import { dayIn, type Heading, moneyIn } from './asked.ts';

/**
 * Both sides reach the same figure: the ledger's balance without what the bank does not show yet, and the bank's balance without
 * what the ledger does not hold yet. What lay before the first statement is named, and what is then left is a difference.
 */
export function reconciliationSheet(it: BankReconciliation, { asOf }: Moment, { company, say }: Heading): Sheet {
  const { ledgerMinor, bankMinor, beforeMinor, currency } = it;
  const ledgerLess = ledgerMinor - sumOf(it.inLedgerOnly);
  const bankLess = bankMinor === null ? null : bankMinor - sumOf(it.atBankOnly) + beforeMinor;
  const money = (minor: number) => moneyIn({ minor, currency }, say);
  return {
    name: `rapprochement-bancaire-${it.ledgerAccount}`,
    title: `${say('État de rapprochement bancaire', 'Bank reconciliation')} ${it.ledgerAccount}`,
    facts: [
      company,
      it.name === it.account ? it.account : `${it.name} ${it.account}`.trim(),
      `${say('Arrêté au', 'As of')} ${dayIn(asOf, say)}`,
      statementText(it, say),
    ],
    control: controlOf(ledgerLess, bankLess, money, say),
    columns: columnsIn(say),
    rows: [
      total(
        asOf,
        say(`Solde comptable du ${it.ledgerAccount}`, `Balance of ${it.ledgerAccount} in the ledger`),
        '',
        ledgerMinor,
      ),
      ...section(
        say('Au grand livre, pas encore en banque (à déduire)', 'In the ledger, not yet at the bank (to deduct)'),
        it.inLedgerOnly,
      ),
      total(null, say('Solde comptable rapproché', 'Reconciled ledger balance'), '', ledgerLess),
      total(it.bankDay, say('Solde du relevé', 'Balance of the statement'), it.statementNumber ?? '', bankMinor),
      ...section(
        say('En banque, pas encore au grand livre (à déduire)', 'At the bank, not yet in the ledger (to deduct)'),
        it.atBankOnly,
      ),
      ...(beforeMinor === 0
        ? []
        : [
            line(
              it.firstDay,
              say('Écart antérieur au premier relevé', 'Difference from before the first statement'),
              '',
              beforeMinor,
            ),
          ]),
      total(null, say('Solde bancaire rapproché', 'Reconciled bank balance'), '', bankLess),
    ],
    notes: [
      say(
        'Pointé : la ligne du relevé et celle du 512 sont le même mouvement. Le pointage n’a qu’un temps : l’état est vrai à la date, selon ce qui est su aujourd’hui.',
        'Ticked: the line of the statement and that of 512 are the same movement. Ticks have one time: the report is true on the day, by what is known today.',
      ),
    ],
    currency,
    wide: false,
  };
}

/** A page that says why nothing is compared, where no bank account is linked with the ledger. */
export function noReconciliation({ asOf }: Moment, currency: string, { company, say }: Heading): Sheet {
  return {
    name: 'rapprochement-bancaire',
    title: say('État de rapprochement bancaire', 'Bank reconciliation'),
    facts: [company, `${say('Arrêté au', 'As of')} ${dayIn(asOf, say)}`],
    control: null,
    columns: columnsIn(say),
    rows: [],
    notes: [
      say(
        'Aucun compte bancaire n’est relié à un compte du grand livre : rien à rapprocher.',
        'No bank account is linked with an account of the ledger: nothing to reconcile.',
      ),
    ],
    currency,
    wide: false,
  };
}

function columnsIn(say: Heading['say']): SheetColumn[] {
  return [
    { head: say('Date', 'Day'), kind: 'day', share: 10 },
    { head: say('Libellé', 'Label'), kind: 'text', share: 48 },
    { head: say('Référence', 'Reference'), kind: 'text', share: 20 },
    { head: say('Montant', 'Amount'), kind: 'money', share: 14, carried: 'sum' },
  ];
}

function statementText({ bankDay, statementNumber }: BankReconciliation, say: Heading['say']): string {
  if (bankDay === null) return say('Aucun relevé à cette date', 'No statement by that day');
  return `${say('Dernier relevé', 'Last statement')} ${statementNumber ?? ''} ${say('au', 'to')} ${dayIn(bankDay, say)}`;
}

function controlOf(
  ledger: number,
  bank: number | null,
  money: (minor: number) => string,
  say: Heading['say'],
): Sheet['control'] {
  if (bank === null)
    return {
      ok: false,
      says: say(
        'Aucun relevé n’a d’ouverture : le solde de la banque n’est pas connu.',
        'No statement has an opening: the bank’s balance is unknown.',
      ),
    };
  const off = ledger - bank;
  return off === 0
    ? { ok: true, says: `${say('Rapproché :', 'Reconciled:')} ${money(ledger)}` }
    : {
        ok: false,
        says: `${say('ATTENTION, écart non expliqué de', 'WARNING, unexplained difference of')} ${money(off)}`,
      };
}

function section(title: string, movements: readonly LoneMovement[]): SheetRow[] {
  return [
    { level: 'head', cells: [`${title} : ${movements.length}`] },
    ...movements.map((it) => line(it.day, it.label, it.reference, it.amountMinor)),
    ...(movements.length === 0 ? [] : [total(null, `Total · ${title}`, '', sumOf(movements))]),
  ];
}

function sumOf(movements: readonly LoneMovement[]): number {
  return movements.reduce((sum, it) => sum + it.amountMinor, 0);
}
