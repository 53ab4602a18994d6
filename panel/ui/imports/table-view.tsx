// The assistant for tables: what each column is, the first rows as they would be read, and one key to import them so.
import { useEffect, useRef } from 'preact/hooks';
import type { ColumnRole, DateOrder, DecimalMark } from '../../../sync/model/table.ts';
import type { TableView } from '../../../sync/port/view.ts';
import { write } from '../words/index.ts';
import { late } from '../words/late.ts';
import { Assistant } from './assistant.tsx';
import {
  assisted,
  busy,
  change,
  chooseAccount,
  chooseRole,
  closeTable,
  confirm,
  missing,
  tableFault,
} from './table.ts';

const SAMPLE_ROWS = 3;

export function TableAssistant() {
  const it = assisted.value;
  if (!it) return null;
  const w = late.value.table;
  const { view, name } = it;
  return (
    <Assistant
      title={w.title(name)}
      note={w.note(write.value.count(view.rowCount))}
      why={missing(view)}
      ready={<span class="sec">{w.remembered}</span>}
      busy={busy.value}
      fault={tableFault.value}
      keep={w.confirm(write.value.count(view.lineCount))}
      onKeep={() => void confirm()}
      onClose={closeTable}
    >
      <Questions view={view} />
      <Columns view={view} />
      <Reading view={view} />
    </Assistant>
  );
}

/** What the file does not say by itself: the account, the order of dates, the decimal mark. */
function Questions({ view }: { view: TableView }) {
  const w = late.value.table;
  const { mapping } = view;
  return (
    <div class="fields">
      <Account view={view} />
      <label>
        {w.dates}
        <select
          class="fld"
          value={mapping.dateOrder ?? ''}
          onChange={(event) => change({ dateOrder: (event.currentTarget.value || null) as DateOrder | null })}
        >
          {mapping.dateOrder === null && <option value="">{w.choose}</option>}
          {(['dmy', 'mdy', 'ymd'] as const).map((order) => (
            <option key={order} value={order}>
              {w.order[order]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {w.decimals}
        <select
          class="fld"
          value={mapping.decimal ?? ''}
          onChange={(event) => change({ decimal: (event.currentTarget.value || null) as DecimalMark | null })}
        >
          {mapping.decimal === null && <option value="">{w.choose}</option>}
          <option value=",">1.234,56</option>
          <option value=".">1,234.56</option>
        </select>
      </label>
    </div>
  );
}

/** Read-only where the file names it. */
function Account({ view }: { view: TableView }) {
  const w = late.value.table;
  const own = useRef<HTMLInputElement>(null);
  // The one question that every first file of a bank leaves open.
  useEffect(() => {
    if (own.current?.value === '') own.current.focus();
  }, []);
  if (view.isAccountNamed) {
    return (
      <div>
        {w.account}
        <b class="mono">{write.value.account(view.account ?? '')}</b>
      </div>
    );
  }
  return (
    <label>
      {w.account}
      <input
        ref={own}
        class="fld mono"
        list="table-accounts"
        value={view.account ?? ''}
        placeholder="FR76 …"
        required
        onInput={(event) => chooseAccount(event.currentTarget.value)}
      />
      <datalist id="table-accounts">
        {view.accounts.map((each) => (
          <option key={each.account} value={each.account}>
            {each.name}
          </option>
        ))}
      </datalist>
    </label>
  );
}

function Columns({ view }: { view: TableView }) {
  const w = late.value.table;
  const { headers, sample, mapping } = view;
  return (
    <div class="held" tabIndex={0} role="region" aria-label={w.columns}>
      <table class="t">
        <caption class="h3">{w.columns}</caption>
        <thead>
          <tr>
            {mapping.columns.map((role, i) => (
              <th key={i} scope="col">
                <span class="el">{headers[i] || w.column(i + 1)}</span>
                <select
                  class={`fld ${role === null ? 'mut' : ''}`}
                  aria-label={w.roleOf(headers[i] || w.column(i + 1))}
                  value={role ?? ''}
                  onChange={(event) => chooseRole(i, (event.currentTarget.value || null) as ColumnRole | null)}
                >
                  <option value="">{w.ignored}</option>
                  {(Object.keys(w.role) as ColumnRole[]).map((each) => (
                    <option key={each} value={each}>
                      {w.role[each]}
                    </option>
                  ))}
                </select>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sample.slice(0, SAMPLE_ROWS).map((cells, row) => (
            <tr key={row} class="s12">
              {mapping.columns.map((role, i) => (
                <td key={i} class={role === null ? 'mut' : ''}>
                  {cells[i]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Reading({ view }: { view: TableView }) {
  const w = late.value.table;
  const f = write.value;
  if (view.rows.length === 0) return null;
  const { openingMinor, closingMinor, currency } = view;
  const isProved = openingMinor !== null && closingMinor !== null;
  return (
    <div class="held">
      <table class="t">
        <caption class="h3">{w.reading}</caption>
        <thead>
          <tr>
            <th scope="col">{w.role.date}</th>
            <th scope="col">{w.role['value-date']}</th>
            <th scope="col">{w.role.counterparty}</th>
            <th scope="col">{w.role.label}</th>
            <th scope="col" class="num">
              {w.role.amount}
            </th>
          </tr>
        </thead>
        <tbody>
          {view.rows.map((row, i) => (
            <tr key={i}>
              <td class="nw">{f.heading(row.day)}</td>
              <td class="nw">{row.valueDay && f.day(row.valueDay)}</td>
              <td>{row.counterparty}</td>
              <td>{row.label}</td>
              <td class="num nw">{f.signed(row.amountMinor, row.currency)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class={`s13 ${isProved ? 'ok' : 'warn-text'}`}>
        {isProved ? w.proved(f.amount(openingMinor, currency), f.amount(closingMinor, currency)) : w.unproved}
      </p>
    </div>
  );
}
