// A whole account as the ledger shows it: day, item, debit, credit, letter, balance; open lines are ticked where they stand.
import { useSignalEffect } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { AccountLine } from '../../../sync/port/account-view.ts';
import { Button, Segments } from '../part/button.tsx';
import { Icon } from '../part/icon.tsx';
import { Empty, Failed, Skeleton } from '../part/state.tsx';
import { useVirtual } from '../part/virtual.ts';
import { BOOK_ID } from '../queue/focus.ts';
import { words, write } from '../words/index.ts';
import * as book from './book.ts';
import { ticked, toggle } from './state.ts';

const ROW_PX = 36;

/** Which lines are shown: the open ones side by side, or all; of all, which year. */
export function Which() {
  const w = words.value.accounts;
  return (
    <div class="btns which">
      <Segments
        label={w.which}
        value={book.whole.value ? 'all' : 'open'}
        choices={[
          { value: 'open', text: w.onlyOpen },
          { value: 'all', text: w.wholeAccount },
        ]}
        onPick={(next) => {
          book.whole.value = next === 'all';
        }}
      />
      <span class="caps" aria-hidden="true">
        <kbd class="kbd">A</kbd>
      </span>
      {book.whole.value && book.years.value.length > 1 && (
        <label class="pick">
          <span class="hear">{w.year}</span>
          <select
            value={book.year.value ?? ''}
            onChange={(event) => book.showYear(Number(event.currentTarget.value) || null)}
          >
            <option value="">{w.allYears}</option>
            {book.years.value.map((it) => (
              <option key={it.year} value={it.year}>
                {it.year} ({it.lines})
              </option>
            ))}
          </select>
          <Icon name="down" />
        </label>
      )}
    </div>
  );
}

export function Book() {
  const w = words.value.accounts;
  const { value: state } = book.state;
  if (typeof state === 'object') return <Failed fault={state} onRetry={() => void book.openBook()} />;
  if (state === 'asking') return <Skeleton rows={6} />;
  if (book.lines.value.length === 0) return <Empty title={w.noLine} />;
  return (
    <div class="book">
      <div class="bk bk-head s12" aria-hidden="true">
        <span />
        <span>{w.day}</span>
        <span>{words.value.item.document}</span>
        <span class="num">{w.debit}</span>
        <span class="num">{w.credit}</span>
        <span>{w.letterOf}</span>
        <span class="num">{w.running}</span>
      </div>
      {book.year.value !== null && (
        <div class="bk bk-head s12">
          <span />
          <span />
          <span>{w.opening(book.year.value)}</span>
          <span />
          <span />
          <span />
          <span class="num">{write.value.money(book.openingMinor.value)}</span>
        </div>
      )}
      <Lines />
      <Taken />
    </div>
  );
}

function Lines() {
  const scroller = useRef<HTMLDivElement>(null);
  const all = book.lines.value;
  const at = book.at.value;
  const drawn = useVirtual(scroller, {
    entries: all,
    sizeOf: () => ROW_PX,
    keyOf: (line: AccountLine) => line.itemId,
    always: at,
  });
  useSignalEffect(() => {
    if (book.steps.value === 0) return;
    const box = scroller.current;
    const top = book.at.peek() * ROW_PX;
    if (!box) return;
    if (top < box.scrollTop) box.scrollTop = top;
    else if (top + ROW_PX > box.scrollTop + box.clientHeight) box.scrollTop = top + ROW_PX - box.clientHeight;
  });
  return (
    <div
      id={BOOK_ID}
      ref={scroller}
      class="list bk-lines"
      style={{ height: `${all.length * ROW_PX}px` }}
      role="listbox"
      tabIndex={0}
      aria-label={words.value.accounts.wholeAccount}
      aria-multiselectable="true"
      aria-activedescendant={`book-${at}`}
    >
      <div role="presentation" class="sizer" style={{ height: `${drawn.total}px` }}>
        {drawn.items.map(({ index, start }) => {
          const line = all[index];
          return line ? <Line key={line.itemId} line={line} index={index} top={start} of={all.length} /> : null;
        })}
      </div>
    </div>
  );
}

function Line({ line, index, top, of }: { line: AccountLine; index: number; top: number; of: number }) {
  const w = words.value.accounts;
  const f = write.value;
  const isOpen = line.residualMinor !== 0;
  const on = ticked.value.has(line.itemId);
  const isPart = isOpen && line.residualMinor !== line.amountMinor;
  return (
    <div
      id={`book-${index}`}
      class={`li bk ${index === book.at.value ? 'cur' : ''} ${isOpen ? '' : 'done'}`}
      role="option"
      aria-selected={on}
      aria-setsize={of}
      aria-posinset={index + 1}
      style={{ transform: `translateY(${top}px)` }}
      onClick={() => {
        book.at.value = index;
        if (isOpen) toggle(line.itemId);
        document.getElementById(BOOK_ID)?.focus({ preventScroll: true });
      }}
    >
      <span class={`cb ${on ? 'on' : ''} ${isOpen ? '' : 'gone'}`} aria-hidden="true" />
      <span class="nw">{f.day(line.day)}</span>
      <span class="el" title={`${line.journal} · ${line.label}`}>
        {line.document ?? <bdi>{line.label}</bdi>}
        {isPart && <span class="sec s12"> · {w.openPart(f.money(line.residualMinor, line.currency))}</span>}
      </span>
      <span class="num">{line.amountMinor > 0 ? f.amount(line.amountMinor, line.currency) : ''}</span>
      <span class="num">{line.amountMinor < 0 ? f.amount(-line.amountMinor, line.currency) : ''}</span>
      <span class="el">{letterText(line)}</span>
      <span class="num">{f.amount(line.balanceMinor, line.currency)}</span>
    </div>
  );
}

/** The ledger's letter; else what closed the line here. */
function letterText(line: AccountLine): string {
  const w = words.value.accounts;
  if (line.letter) return line.letter;
  if (line.closedBy) return w.closed[line.closedBy.action === 'letter' ? 'letter' : 'accept'];
  return line.residualMinor === 0 ? w.closed.ledger : '';
}

/** What can be taken back of the line under the cursor, or why nothing can. */
function Taken() {
  const w = words.value.accounts;
  const line = book.current.value;
  if (!line || line.residualMinor === line.amountMinor) return <p class="bk-undo bk-hint s12 sec">{w.bookHint}</p>;
  if (!line.closedBy) return <p class="bk-undo s12 sec">{w.lettersOfLedger}</p>;
  const what = line.closedBy.action === 'letter' ? w.unletter : w.unmatch;
  return (
    <p class="bk-undo">
      <Button look="out" small caps={['U']} off={book.canUndo(line) ? null : w.undoing} onPress={book.undoHere}>
        {what}
      </Button>{' '}
      <span class="s12 sec">{line.closedBy.lineId === null ? w.unletterNext : w.unmatchNext}</span>
    </p>
  );
}
