// The form of an agreement to set off: customer, supplier where it is another account, day, note.
import { signal } from '@preact/signals';
import type { AgreementBody } from '../../../sync/port/trust-view.ts';
import { readDay } from '../day.ts';
import { Button } from '../part/button.tsx';
import { words } from '../words/index.ts';
import { late } from '../words/late.ts';
import { customers, fault, findCustomers, findSuppliers, isWriting, saveAgreement, suppliers } from './state.ts';

const wrong = signal<string | null>(null);

/** One function for all times, so that it is called when the field appears and not again while one types. */
function focus(element: HTMLInputElement | null): void {
  element?.focus();
}

export function AgreementForm() {
  const w = late.value.agreements;
  return (
    <form
      class="rule-form"
      onSubmit={(event) => {
        event.preventDefault();
        const body = read(event.currentTarget);
        if (body) void saveAgreement(body);
      }}
    >
      <Party name="customer" label={w.customer} found={customers.value} onFind={findCustomers} isFirst />
      <Party name="supplier" label={w.supplier} hint={w.supplierHint} found={suppliers.value} onFind={findSuppliers} />
      <label>
        <span>{w.since}</span>
        <input class="fld" type="date" name="since" required />
      </label>
      <label>
        <span>{w.noteLabel}</span>
        <input class="fld" name="note" maxLength={500} placeholder={w.noteHint} autocomplete="off" />
      </label>
      {(wrong.value ?? fault.value) !== null && (
        <p class="msg" role="alert">
          {wrong.value ?? fault.value?.says}
        </p>
      )}
      <div class="btns">
        <button type="submit" class="btn pri sm">
          {w.save}
        </button>
        <Button small onPress={close}>
          {words.value.act.close}
        </Button>
      </div>
    </form>
  );
}

function close(): void {
  isWriting.value = false;
  fault.value = null;
  wrong.value = null;
}

function Party(props: {
  name: string;
  label: string;
  hint?: string;
  found: ReadonlyMap<string, string>;
  onFind: (text: string) => Promise<void>;
  isFirst?: boolean;
}) {
  const { name, label, hint, found, onFind, isFirst = false } = props;
  return (
    <label>
      <span>
        {label}
        {hint && <small class="s12 mut">{hint}</small>}
      </span>
      <input
        class="fld"
        name={name}
        list={`agreement-${name}`}
        required={isFirst}
        {...(isFirst ? { ref: focus } : {})}
        autocomplete="off"
        onInput={(event) => void onFind(event.currentTarget.value)}
      />
      <datalist id={`agreement-${name}`}>
        {[...found.keys()].map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
    </label>
  );
}

/** Null when a name is none of the list's, which is then said. Without a supplier it is the same party. */
function read(element: HTMLFormElement): AgreementBody | null {
  const w = late.peek().agreements;
  const data = new FormData(element);
  const text = (name: string) => String(data.get(name) ?? '').trim();
  const customerId = customers.peek().get(text('customer'));
  const supplierId = text('supplier') === '' ? customerId : suppliers.peek().get(text('supplier'));
  const since = readDay(text('since'));
  wrong.value = customerId === undefined ? w.unknownCustomer : supplierId === undefined ? w.unknownSupplier : null;
  if (customerId === undefined || supplierId === undefined || since === null) return null;
  return { customerId, supplierId, since, note: text('note') || null };
}
