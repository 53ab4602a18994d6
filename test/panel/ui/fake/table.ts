// Tables dropped on the made-up company: looked at by the real reader, so that the assistant shows what it would.
import { collect, openBankFile } from '../../../../connector/bank/index.ts';
import { READ_LIMITS } from '../../../../connector/bank/limits.ts';
import { mappingOf, questionsOf, type TableGuess } from '../../../../sync/model/table.ts';
import type { TableView } from '../../../../sync/port/view.ts';
import { faultOf } from './fake.ts';
import type { World } from './model.ts';

type Choice = { mapping: TableGuess; account: string | null };

export async function tableViewOf(file: File, choice: Choice | null, world: World): Promise<TableView> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { table } = await collect(openBankFile(file.name, bytes));
  if (!table) throw new Error(`${file.name} is no table`);
  const mapping = choice?.mapping ?? table.guess;
  const whole = mappingOf(mapping);
  const read = whole
    ? await collect(openBankFile(file.name, bytes, READ_LIMITS, { mapping: whole, currency: world.currency }))
    : null;
  const cents = (text: string) => Number(text.replace('.', ''));
  const transactions = read?.statements[0]?.transactions ?? [];
  const { opening = null, closing = null } = read?.statements[0] ?? {};
  return {
    headers: table.headers,
    sample: table.sample,
    rowCount: table.rowCount,
    mapping,
    questions: questionsOf(mapping),
    account: table.account ?? choice?.account ?? null,
    isAccountNamed: table.account !== null,
    accounts: world.banks.map(({ account, name }) => ({ account, name })),
    rows: transactions.map(({ bookingDate, valueDate, counterparty, remittance, amount }) => ({
      day: bookingDate!,
      valueDay: valueDate,
      counterparty,
      label: remittance.join(' '),
      amountMinor: cents(amount),
      currency: world.currency,
    })),
    lineCount: transactions.length,
    openingMinor: opening && cents(opening.amount),
    closingMinor: closing && cents(closing.amount),
    currency: world.currency,
    fault: read?.faults[0] ? faultOf(read.faults[0].code, 'Une date ou un montant ne se lit pas.') : null,
  };
}
