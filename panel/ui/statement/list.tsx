// The lines of a statement in the bank's order, drawn as far as they are in view, with the balance after each.
import { useSignalEffect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { StatementView } from '../../../sync/port/statement-view.ts';
import { useVirtual } from '../part/virtual.ts';
import { Standing } from '../queue/row.tsx';
import { words, write } from '../words/index.ts';
import { late } from '../words/late.ts';
import { cursor, openLine, PAGE, type Slot, slots, steps, want } from './state.ts';

const ROW_PX = 48;

export function Lines({ own }: { own: StatementView }) {
  const scroller = useRef<HTMLDivElement>(null);
  const all = slots.value;
  const w = late.value.statement;
  const drawn = useVirtual(scroller, {
    entries: all,
    sizeOf: () => ROW_PX,
    keyOf: (slot: Slot) => String(slot.at),
    always: cursor.value,
  });
  const pages = [...new Set(drawn.items.map(({ index }) => Math.floor(index / PAGE)))];
  useEffect(() => want(pages), [pages.join(), all.length]);
  useSignalEffect(() => {
    if (steps.value > 0) keepInView(scroller.current, cursor.peek());
  });
  const isAsking = drawn.items.some(({ index }) => all[index]?.line === null);
  return (
    <>
      <div class="st-row st-head s12" aria-hidden="true">
        <span>{w.day}</span>
        <span>{w.who}</span>
        <span class="num">{w.amount}</span>
        <span class="num x640">{w.balance}</span>
        <span class="num">{w.standing}</span>
      </div>
      <div
        id="statement-lines"
        ref={scroller}
        class="list statement-lines"
        role="listbox"
        tabIndex={0}
        aria-label={w.list}
        aria-busy={isAsking}
        aria-activedescendant={all.length > 0 ? idOf(cursor.value) : undefined}
      >
        <div role="presentation" class="sizer" style={{ height: `${drawn.total}px` }}>
          {drawn.items.map(({ index, start }) => {
            const slot = all[index];
            return slot && <Row key={slot.at} slot={slot} top={start} count={all.length} currency={own.currency} />;
          })}
        </div>
      </div>
    </>
  );
}

function idOf(at: number): string {
  return `statement-line-${at}`;
}

function Row({ slot, top, count, currency }: { slot: Slot; top: number; count: number; currency: string }) {
  const isCursor = cursor.value === slot.at;
  const { line } = slot;
  const f = write.value;
  const { queue } = words.value;
  return (
    <div
      id={idOf(slot.at)}
      class={`li st-row ${isCursor ? 'cur' : ''} ${line && line.state !== 'open' ? 'done' : ''}`}
      role="option"
      aria-selected={isCursor}
      aria-setsize={count}
      aria-posinset={slot.at + 1}
      aria-label={line ? undefined : words.value.state.loading}
      style={{ transform: `translateY(${top}px)` }}
      onClick={() => {
        if (cursor.peek() === slot.at) openLine(line);
        cursor.value = slot.at;
      }}
    >
      {line && (
        <>
          <span class="sec nw">{f.shortDay(line.day)}</span>
          <span class="who">
            <span class="t el">
              <bdi>{line.payer ?? line.partyName ?? (line.wage ? queue.wage : queue.noPayer)}</bdi>
            </span>
            <span class="d el">
              <bdi>{line.label}</bdi>
            </span>
          </span>
          <span class="amt num">{f.money(line.amountMinor, line.currency)}</span>
          <span class="num sec nw x640">
            {line.balanceMinor === null ? '–' : f.amount(line.balanceMinor, currency)}
          </span>
          <span class="st">
            <Standing row={line} />
          </span>
        </>
      )}
    </div>
  );
}

/** Scrolls only as far as the cursor needs to stay within the middle two thirds. */
function keepInView(box: HTMLElement | null, at: number): void {
  if (!box) return;
  const top = at * ROW_PX;
  const margin = box.clientHeight / 6;
  if (top < box.scrollTop + margin) box.scrollTop = Math.max(0, top - margin);
  else if (top + ROW_PX > box.scrollTop + box.clientHeight - margin)
    box.scrollTop = top + ROW_PX - box.clientHeight + margin;
}
