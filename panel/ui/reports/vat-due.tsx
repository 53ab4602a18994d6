// Above the report of VAT: what the company declares of invoices of which the ledger does not tell when their VAT is due.
import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { VatDue } from '../../../sync/model/company.ts';
import { client } from '../client.ts';
import { tell } from '../lane.ts';
import { isManager } from '../trust/state.ts';
import { type Answer, newKey } from '../wire.ts';
import { words } from '../words/index.ts';
import { late } from '../words/late.ts';
import { openSheets } from './state.ts';

type Declared = { vatDue: VatDue | null };

/** Null until the server has answered. */
const declared = signal<Declared | null>(null);

function take(answer: Answer<Declared>): void {
  if (answer.ok) declared.value = answer.value;
  else tell({ tone: 'refused', text: answer.fault.says || words.peek().fault.noAnswer, job: null, lineId: null });
}

async function declare(text: string): Promise<void> {
  const vatDue = WORDS.find((word) => word === text) ?? null;
  take(await client.declareVat(vatDue, newKey()));
  await openSheets();
}

const WORDS = ['debits', 'receipts'] as const;

export function VatDueChoice() {
  const w = late.value.reports.vatDue;
  useEffect(() => {
    void client.vatDue().then(take);
  }, []);
  const now = declared.value;
  if (now === null) return null;
  return (
    <p class="s13">
      <label class="sec" for="vat-due">
        {w.label}
      </label>{' '}
      <select
        id="vat-due"
        class="fld"
        disabled={!isManager.value}
        value={now.vatDue ?? ''}
        onChange={(event) => void declare(event.currentTarget.value)}
      >
        <option value="">{w.nobody}</option>
        {WORDS.map((word) => (
          <option key={word} value={word}>
            {w[word]}
          </option>
        ))}
      </select>
    </p>
  );
}
