// The list of bank lines: virtual, grouped by day, one focus for the whole of it.
import { useComputed, useSignalEffect } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { Icon } from '../part/icon.tsx';
import { useVirtual } from '../part/virtual.ts';
import { words, write } from '../words/index.ts';
import { LIST_ID } from './focus.ts';
import type { Entry, Section } from './order.ts';
import { lineElementId, ROW_PX, Row } from './row.tsx';
import { cursor, entries, more, opened } from './state.ts';
import { steps, toggleFold } from './walk.ts';

const GROUP_PX = 26;

export function List() {
  const scroller = useRef<HTMLDivElement>(null);
  const list = entries.value;
  // Read without listening: a key press redraws two rows, not the list; scrolling redraws it, and finds the cursor then.
  const at = list.findIndex((entry) => entry.kind === 'row' && entry.row.lineId === cursor.peek());
  const drawn = useVirtual(scroller, {
    entries: list,
    sizeOf: (entry) => (entry.kind === 'group' ? GROUP_PX : ROW_PX),
    keyOf: (entry) => entry.key,
    always: at,
  });
  useSignalEffect(() => {
    if (steps.value > 0) centre(scroller.current, entries.peek(), cursor.peek());
  });
  // After the next drawing: only then is the list as high as its new rows.
  useSignalEffect(() => {
    if (opened.value > 0) requestAnimationFrame(() => centre(scroller.current, entries.peek(), cursor.peek()));
  });
  const active = useComputed(() => (cursor.value === null ? undefined : lineElementId(cursor.value)));
  return (
    <div
      id={LIST_ID}
      ref={scroller}
      class="list"
      role="listbox"
      tabIndex={0}
      aria-label={words.value.queue.list}
      aria-multiselectable="true"
      aria-busy={more.value}
      aria-activedescendant={active}
    >
      <div role="presentation" class="sizer" style={{ height: `${drawn.total}px` }}>
        {grouped(list, drawn.items).map(({ section, parts }) => (
          <div key={section.key} role="group" aria-label={headingOf(section)}>
            {parts.map(({ entry, top }) =>
              entry.kind === 'group' ? (
                <Heading key={entry.key} section={entry.section} open={entry.open} top={top} />
              ) : (
                <Row key={entry.key} row={entry.row} at={entry.at} top={top} />
              ),
            )}
          </div>
        ))}
      </div>
    </div>
  );
}

function Heading({ section, open, top }: { section: Section; open: boolean; top: number }) {
  const w = words.value;
  const foldable = section.kind === 'later' || section.kind === 'auto';
  return (
    <div
      class={`grp ${foldable ? 'foldable' : ''}`}
      role="presentation"
      style={{ transform: `translateY(${top}px)` }}
      onClick={() => foldable && toggleFold(section.key)}
    >
      {foldable && <Icon name={open ? 'down' : 'right'} />}
      <span>{headingOf(section)}</span>
      <span class="num">
        {w.queue.lines(section.whole, write.value.count(section.whole))}
        {section.wholeMinor !== null && ` · ${write.value.money(section.wholeMinor, section.rows[0]?.currency)}`}
      </span>
    </div>
  );
}

function headingOf(section: Section): string {
  if (section.kind !== 'day') return words.value.queue[section.kind];
  const day = section.rows[0]?.day;
  return day ? write.value.heading(day) : '';
}

/** The drawn entries by section, so that each group names its rows to a screen reader. */
function grouped(list: readonly Entry[], items: readonly { index: number; start: number }[]) {
  const groups: { section: Section; parts: { entry: Entry; top: number }[] }[] = [];
  for (const { index, start } of items) {
    const entry = list[index];
    if (!entry) continue;
    const last = groups.at(-1);
    if (last?.section.key === entry.section.key) last.parts.push({ entry, top: start });
    else groups.push({ section: entry.section, parts: [{ entry, top: start }] });
  }
  return groups;
}

/** Scrolls only as far as the cursor needs to stay within the middle two thirds. */
function centre(box: HTMLElement | null, list: readonly Entry[], lineId: string | null): void {
  const at = list.findIndex((entry) => entry.kind === 'row' && entry.row.lineId === lineId);
  if (!box || at < 0) return;
  let top = 0;
  for (let i = 0; i < at; i += 1) top += list[i]?.kind === 'group' ? GROUP_PX : ROW_PX;
  const margin = box.clientHeight / 6;
  if (top < box.scrollTop + margin) box.scrollTop = Math.max(0, top - margin);
  else if (top + ROW_PX > box.scrollTop + box.clientHeight - margin)
    box.scrollTop = top + ROW_PX - box.clientHeight + margin;
}
