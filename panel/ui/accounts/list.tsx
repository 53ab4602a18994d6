// The accounts with something to join: those with a proposal first.
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { AccountRow } from '../../../sync/port/account-view.ts';
import { Icon } from '../part/icon.tsx';
import { Empty, Failed, Skeleton } from '../part/state.tsx';
import { useVirtual } from '../part/virtual.ts';
import { ACCOUNTS_ID } from '../queue/focus.ts';
import { words, write } from '../words/index.ts';
import {
  cursor,
  keyOf,
  list,
  listState,
  moveTo,
  openAccounts,
  pane,
  shown,
  showWhich,
  wanted,
  which,
} from './state.ts';

const ROW_PX = 48;

export function focusAccounts(): void {
  document.getElementById(ACCOUNTS_ID)?.focus({ preventScroll: true });
}

export function AccountPane() {
  const w = words.value.accounts;
  return (
    <section class="pane lines" aria-label={w.list}>
      <div class="tool">
        <label class="search grow">
          <Icon name="search" />
          <span class="hear">{w.wanted}</span>
          <input
            id="accounts-wanted"
            type="text"
            value={wanted.value}
            placeholder={w.wanted}
            autocomplete="off"
            onInput={(event) => {
              wanted.value = event.currentTarget.value;
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Escape' && event.key !== 'Enter' && event.key !== 'ArrowDown') return;
              event.preventDefault();
              event.stopPropagation();
              const first = shown.peek()[0];
              if (first) moveTo(keyOf(first));
              focusAccounts();
            }}
          />
          <kbd class="kbd">F</kbd>
        </label>
        <label class="pick">
          <span class="hear">{w.whichAccounts}</span>
          <select
            value={which.value}
            onChange={(event) => showWhich(event.currentTarget.value === 'all' ? 'all' : 'to-letter')}
          >
            <option value="to-letter">{w.proposable}</option>
            <option value="all">{w.allAccounts}</option>
          </select>
          <Icon name="down" />
        </label>
      </div>
      <Body />
      <div class="foot sec s12">
        <span>{w.count(shown.value.length, write.value.count(shown.value.length))}</span>
        <span class="sp" />
        <span>{w.proposals(list.value.filter((row) => row.proposable).length)}</span>
      </div>
    </section>
  );
}

function Body() {
  const { value: state } = listState;
  const w = words.value.accounts;
  if (state === 'asking') return <Skeleton rows={10} />;
  if (typeof state === 'object') return <Failed fault={state} onRetry={() => void openAccounts()} />;
  if (shown.value.length === 0)
    return (
      <Empty title={wanted.value === '' ? w.none : w.noneFor(wanted.value)}>{wanted.value === '' && w.noneNext}</Empty>
    );
  return <Rows />;
}

function Rows() {
  const scroller = useRef<HTMLDivElement>(null);
  const rows = shown.value;
  const at = rows.findIndex((row) => keyOf(row) === cursor.value);
  const drawn = useVirtual(scroller, { entries: rows, sizeOf: () => ROW_PX, keyOf, always: at });
  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box || at < 0) return;
    if (at * ROW_PX < box.scrollTop) box.scrollTop = at * ROW_PX;
    else if ((at + 1) * ROW_PX > box.scrollTop + box.clientHeight) box.scrollTop = (at + 1) * ROW_PX - box.clientHeight;
  }, [cursor.value]);
  return (
    <div
      id={ACCOUNTS_ID}
      ref={scroller}
      class="list"
      role="listbox"
      tabIndex={0}
      aria-label={words.value.accounts.list}
      aria-activedescendant={at < 0 ? undefined : `account-${at}`}
    >
      <div role="presentation" class="sizer" style={{ height: `${drawn.total}px` }}>
        {drawn.items.map(({ index, start }) => {
          const row = rows[index];
          return row ? <Account key={keyOf(row)} row={row} index={index} top={start} of={rows.length} /> : null;
        })}
      </div>
    </div>
  );
}

function Account({ row, index, top, of }: { row: AccountRow; index: number; top: number; of: number }) {
  const w = words.value.accounts;
  const f = write.value;
  const isCursor = keyOf(row) === cursor.value;
  return (
    <div
      id={`account-${index}`}
      class={`li account ${isCursor ? 'cur' : ''}`}
      role="option"
      aria-selected={isCursor}
      aria-setsize={of}
      aria-posinset={index + 1}
      style={{ transform: `translateY(${top}px)` }}
      onClick={() => {
        moveTo(keyOf(row));
        pane.value = 'detail';
      }}
    >
      <div class="who">
        <div class="t el">{row.partyName ?? w.noParty}</div>
        <div class="d el">
          {row.account} · {w.lines(row.debits, row.credits)}
        </div>
      </div>
      <div>
        <div class="amt">{f.money(row.debitMinor - row.creditMinor)}</div>
        <div class="st">
          {row.proposable ? (
            <span class="ok">
              <Icon name="check" /> {w.proposable}
            </span>
          ) : (
            <span class="mut">{w.notProposable}</span>
          )}
        </div>
      </div>
    </div>
  );
}
