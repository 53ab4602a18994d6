// The global search: bank lines of the list and open items of every customer, by name, number or amount.
import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ItemRow, QueueRow } from '../../../sync/port/view.ts';
import * as accounts from '../accounts/state.ts';
import { client } from '../client.ts';
import { readAmount } from '../money.ts';
import { Dialog } from '../part/dialog.tsx';
import { strokeOf } from '../part/keyboard.ts';
import { rows } from '../queue/state.ts';
import { goTo } from '../queue/walk.ts';
import { home, words, write } from '../words/index.ts';
import { screen } from './route.ts';

const TYPING_MS = 120;
const LINES_MAX = 8;
const ITEMS_MAX = 20;

export function Find({ onClose }: { onClose: () => void }) {
  const w = words.value.find;
  const text = useSignal('');
  const items = useSignal<readonly ItemRow[]>([]);
  const root = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    root.current?.querySelector('input')?.focus();
    let timer: ReturnType<typeof setTimeout>;
    const stop = text.subscribe((typed) => {
      clearTimeout(timer);
      if (typed.trim().length < 2) items.value = [];
      else
        timer = setTimeout(async () => {
          const answer = await client.items(typed.trim(), ITEMS_MAX);
          if (text.peek() === typed) items.value = answer.ok ? answer.value : [];
        }, TYPING_MS);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, []);
  const lines = text.value.trim().length < 2 ? [] : linesWith(text.value.trim());
  const onKeyDown = (event: KeyboardEvent) => {
    const all = [...(root.current?.querySelectorAll<HTMLElement>('input, button.hit') ?? [])];
    const at = all.indexOf(document.activeElement as HTMLElement);
    const stroke = strokeOf(event);
    const to =
      stroke === 'down' && event.code === 'ArrowDown'
        ? at + 1
        : stroke === 'up' && event.code === 'ArrowUp'
          ? at - 1
          : null;
    if (stroke === 'enter' && at === 0) all[1]?.click();
    else if (to !== null) all[Math.min(all.length - 1, Math.max(0, to))]?.focus();
    else return;
    event.preventDefault();
  };
  return (
    <Dialog title={w.label} note={w.note} onClose={onClose}>
      <div class="finder" ref={root} onKeyDown={onKeyDown}>
        <label class="search">
          <span class="hear">{w.label}</span>
          <input
            type="text"
            autocomplete="off"
            spellcheck={false}
            value={text.value}
            placeholder={w.placeholder}
            onInput={(event) => (text.value = event.currentTarget.value)}
          />
        </label>
        <Hits lines={lines} items={items.value} typed={text.value} onClose={onClose} />
      </div>
    </Dialog>
  );
}

function Hits(props: { lines: readonly QueueRow[]; items: readonly ItemRow[]; typed: string; onClose: () => void }) {
  const w = words.value.find;
  const { lines, items, typed, onClose } = props;
  if (lines.length + items.length === 0)
    return <p class="sec note">{typed.trim().length < 2 ? w.start : w.nothing(typed)}</p>;
  return (
    <div class="hits">
      {lines.length > 0 && <h3>{w.lines}</h3>}
      {lines.map((row) => (
        <button
          key={row.lineId}
          type="button"
          class="hit"
          onClick={() => {
            onClose();
            screen.go('queue');
            goTo(row.lineId);
          }}
        >
          <span class="m el">{row.payer ?? row.label}</span>
          <span class="sec el">
            {write.value.shortDay(row.day)} · {row.label}
          </span>
          <span class="num">{write.value.money(row.amountMinor, row.currency)}</span>
        </button>
      ))}
      {items.length > 0 && <h3>{w.items}</h3>}
      {items.map((item) => (
        <button
          key={item.itemId}
          type="button"
          class="hit"
          onClick={() => {
            onClose();
            accounts.show(item.account, item.partyId);
            screen.go('accounts');
          }}
        >
          <span class="m el">{item.document ?? item.label}</span>
          <span class="sec el">{item.partyName ?? item.account}</span>
          <span class="num">
            {item.residualMinor === 0 ? (
              <span class="mut">{w.settled}</span>
            ) : (
              write.value.money(item.residualMinor, item.currency)
            )}
          </span>
        </button>
      ))}
    </div>
  );
}

function linesWith(typed: string): QueueRow[] {
  const text = typed.toLocaleLowerCase();
  const minor = readAmount(typed, home.peek());
  const fits = (row: QueueRow) =>
    (minor !== null && Math.abs(row.amountMinor) === Math.abs(minor)) ||
    `${row.payer ?? ''} ${row.partyName ?? ''} ${row.label}`.toLocaleLowerCase().includes(text);
  return rows.peek().filter(fits).slice(0, LINES_MAX);
}
