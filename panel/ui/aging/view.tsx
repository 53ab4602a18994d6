// The screen "Balance âgée": the day first, the control against the ledger, then who owes what since when.
import { useEffect } from 'preact/hooks';
import { Caps } from '../part/button.tsx';
import { Empty, Failed, Skeleton } from '../part/state.tsx';
import { write } from '../words/index.ts';
import { late } from '../words/late.ts';
import { Dates, Filters, focusAging } from './bar.tsx';
import { Control } from './control.tsx';
import * as aging from './state.ts';
import { Matrix } from './table.tsx';

export function Aging() {
  useEffect(() => {
    void aging.openReport().then(focusAging);
  }, []);
  return (
    <>
      <Dates />
      <Filters />
      <Control />
      <Body />
    </>
  );
}

function Body() {
  const report = aging.report.value;
  const fault = aging.fault.value;
  if (fault) return <Failed fault={fault} onRetry={() => void aging.openReport()} />;
  if (!report) return <Skeleton rows={14} />;
  if (report.rows.length === 0 && report.currencies.length === 0)
    return <Empty title={late.value.aging.none(write.value.day(report.asOf))} />;
  return (
    <>
      <Matrix report={report} />
      <Hints />
    </>
  );
}

function Hints() {
  const { keys, rule } = late.value.aging;
  const hints = [
    { caps: ['↓', '↑'], text: keys.party },
    { caps: ['→'], text: keys.unfold },
    { caps: ['⏎'], text: keys.sheet },
    { caps: ['D'], text: keys.day },
    { caps: ['V'], text: keys.known },
    { caps: ['M'], text: keys.amounts },
  ];
  return (
    <div class="foot sec s12">
      {hints.map(({ caps, text }) => (
        <span key={text} class="nw">
          <Caps keys={caps} /> {text}
        </span>
      ))}
      <span class="sp" />
      <span class="mut el wide">{rule}</span>
    </div>
  );
}
