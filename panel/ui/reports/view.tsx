// The screen "États": the reports on the left, the one that is picked as tables, and its exports.
import { useEffect } from 'preact/hooks';
import type { Day } from '../../../sync/model/day.ts';
import { ExportMenu } from '../aging/export-menu.tsx';
import { Caps, keepFocus } from '../part/button.tsx';
import { DayInput } from '../part/day-input.tsx';
import { Empty, Failed, Skeleton } from '../part/state.tsx';
import { today } from '../words/index.ts';
import { late } from '../words/late.ts';
import { SheetTable } from './sheet.tsx';
import * as reports from './state.ts';
import { VatDueChoice } from './vat-due.tsx';

const focusSheet = () => document.getElementById('sheet')?.focus({ preventScroll: true });

export function Reports() {
  useEffect(() => {
    void reports.openSheets().then(focusSheet);
  }, []);
  return (
    <>
      <Bar />
      <div class="reports-panes">
        <List />
        <div
          class="scroll sheet"
          id="sheet"
          tabIndex={0}
          role="region"
          aria-label={late.value.reports.name[reports.name.value]}
        >
          {reports.name.value === 'vat' && <VatDueChoice />}
          <Body />
        </div>
      </div>
      <div class="foot sec s12">
        <span class="nw">
          <Caps keys={['↓', '↑']} /> {late.value.reports.keys.next}
        </span>
        <span class="nw">
          <Caps keys={['D']} /> {late.value.aging.keys.day}
        </span>
        <span class="nw">
          <Caps keys={['E']} /> {late.value.reports.keys.export}
        </span>
      </div>
    </>
  );
}

function Bar() {
  const w = late.value.reports;
  const until = reports.asOf.value ?? today.value;
  const begin = reports.from.value ?? (`${until.slice(0, 4)}-01-01` as Day);
  const ranged = reports.PERIODS.includes(reports.name.value);
  return (
    <div class="bar dates">
      {ranged && (
        <>
          <label class="s13 sec nw" for="report-from">
            {w.from}
          </label>
          <DayInput
            id="report-from"
            day={begin}
            onDay={(from) => reports.setDays({ from })}
            onEnter={focusSheet}
            onEscape={focusSheet}
          />
        </>
      )}
      <label class="s13 sec nw" for="report-until">
        {ranged ? w.until : late.value.aging.asOf}
      </label>
      <DayInput
        id="report-until"
        day={until}
        onDay={(asOf) => reports.setDays({ asOf })}
        onEnter={focusSheet}
        onEscape={focusSheet}
      />
      <span class="sp" />
      <ExportMenu open={reports.choosing} heading={w.exportAs} onPick={reports.exportAs} onClose={focusSheet} />
    </div>
  );
}

function List() {
  const w = late.value.reports;
  return (
    <nav class="reports-list" aria-label={w.list}>
      {reports.NAMES.map((name) => (
        <button
          key={name}
          type="button"
          aria-current={reports.name.value === name ? 'true' : undefined}
          onMouseDown={keepFocus}
          onClick={() => reports.pick(name)}
        >
          {w.name[name]}
        </button>
      ))}
    </nav>
  );
}

function Body() {
  const now = reports.sheets.value;
  if (now === 'asking') return <Skeleton rows={14} />;
  if (!Array.isArray(now)) {
    const fault = now as Exclude<typeof now, readonly unknown[]>;
    return <Failed fault={fault} onRetry={() => void reports.openSheets()} />;
  }
  if (now.length === 0) return <Empty title={late.value.reports.empty} />;
  return (
    <>
      {now.map((sheet) => (
        <SheetTable key={sheet.title} sheet={sheet} />
      ))}
    </>
  );
}
