// "Accords de compensation" in the settings: which customers' debts may be netted with what we owe them, since when, by whom.
import { useEffect } from 'preact/hooks';
import type { AgreementView } from '../../../sync/port/trust-view.ts';
import { Button } from '../part/button.tsx';
import { hasErp } from '../shell/state.ts';
import { isManager } from '../trust/state.ts';
import { write } from '../words/index.ts';
import { late } from '../words/late.ts';
import { AgreementForm } from './form.tsx';
import { agreements, endAgreement, isWriting, openAgreements } from './state.ts';

export function Agreements() {
  useEffect(() => void openAgreements(), []);
  const w = late.value.agreements;
  const list = agreements.value;
  // A ledger of files keeps customers' lines only: there is nothing to set off.
  if (!list || !hasErp()) return null;
  return (
    <section class="sect agreements">
      <header>
        <h2>{w.title}</h2>
        <span class="s12 mut">{w.note}</span>
        <span class="sp" />
        {isManager.value && !isWriting.value && (
          <Button look="out" small onPress={() => (isWriting.value = true)}>
            {w.add}
          </Button>
        )}
      </header>
      {isWriting.value && <AgreementForm />}
      {list.length === 0 && !isWriting.value && <p class="sec">{w.none}</p>}
      <ul class="things">
        {list.map((it) => (
          <Row key={it.id} it={it} />
        ))}
      </ul>
    </section>
  );
}

function Row({ it }: { it: AgreementView }) {
  const w = late.value.agreements;
  const customer = it.customerName ?? it.customerId;
  const supplier = it.supplierName ?? it.supplierId;
  return (
    <li class="field">
      <span class="thing">
        <span class="m">{customer}</span>
        {it.supplierId !== it.customerId && ` ↔ ${supplier}`}
        <small class="s12 sec">
          {w.says(write.value.day(it.since), it.by)}
          {it.note && ` · ${write.value.quoted(it.note)}`}
        </small>
      </span>
      {isManager.value && (
        <Button look="ghost" small label={`${w.end}, ${customer}`} onPress={() => void endAgreement(it.id)}>
          {w.end}
        </Button>
      )}
    </li>
  );
}
