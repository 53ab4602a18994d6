// The screen "Certitude": what acted without you today, what stands down and how it comes back, the mode, the classes, the tolerance.
import { useEffect } from 'preact/hooks';
import type { Mode } from '../../../sync/model/company.ts';
import type { ClassView, TrustView } from '../../../sync/port/trust-view.ts';
import { notice } from '../lane.ts';
import { Button, Segments } from '../part/button.tsx';
import { Icon } from '../part/icon.tsx';
import { Lane } from '../part/lane.tsx';
import { Failed, Skeleton } from '../part/state.tsx';
import { words, write } from '../words/index.ts';
import { late } from '../words/late.ts';
import { Asking } from './asking.tsx';
import { Classes } from './class-table.tsx';
import { failed, isManager, openToday, openTrust, pickMode, trust } from './state.ts';
import { ToleranceSection } from './tolerance.tsx';

const MODES: readonly Mode[] = ['shadow', 'suggest', 'auto'];

export function Trust() {
  useEffect(() => void openTrust(), []);
  const w = late.value.trust;
  return (
    <>
      <div class="bar">
        <b>{w.title}</b>
        <span class="s13 sec el">{w.note}</span>
      </div>
      <Body />
      <Asking />
      {notice.value && <Lane idle="" />}
    </>
  );
}

function Body() {
  const view = trust.value;
  if (failed.value) return <Failed fault={failed.value} onRetry={() => void openTrust()} />;
  if (!view) return <Skeleton rows={10} />;
  return (
    <div class="page trust-page">
      <Downs downs={view.classes.filter((it) => it.standDown !== null)} />
      <Today today={view.today} />
      <ModeSection mode={view.mode} />
      <Classes />
      <ToleranceSection tolerance={view.tolerance} />
    </div>
  );
}

/** First of all, and never missing: what was wrong, and the way back. */
function Downs({ downs }: { downs: readonly ClassView[] }) {
  const w = late.value.trust;
  const f = write.value;
  if (downs.length === 0) return null;
  return (
    <section class="sect down">
      <header>
        <h2>
          <Icon name="flag" /> {w.downs}
        </h2>
      </header>
      <ul>
        {downs.map(({ signature, says, doubts, standDown: it }) => (
          <li key={signature}>
            <span class="m">
              {says}
              {doubts !== '' && <span class="sec"> · {doubts}</span>}
            </span>
            {it && (
              <span class="s13">
                {w.down(it.payer ?? words.value.queue.noPayer, f.money(it.amountMinor, it.currency), f.day(it.day))}{' '}
                {w.back(it.confirmed, it.needed)}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Today({ today }: { today: TrustView['today'] }) {
  const w = late.value.trust;
  const { settled, asked, looked } = today;
  return (
    <section class="sect">
      <header>
        <h2>{w.today}</h2>
      </header>
      <div class="field">
        <span>
          <span class="m">{w.settled(settled, write.value.count(settled))}</span>
          {asked > 0 && <span class="warn"> · {w.asked(asked)}</span>}
          {looked > 0 && <span class="ok"> · {w.looked(looked)}</span>}
          <small class="s12 mut">{w.todayNote}</small>
        </span>
        <Button look="out" small onPress={openToday}>
          {w.openList}
        </Button>
      </div>
    </section>
  );
}

function ModeSection({ mode }: { mode: Mode }) {
  const w = words.value;
  return (
    <section class="sect">
      <header>
        <h2>{late.value.trust.mode}</h2>
        <span class="s12 mut">{isManager.value ? late.value.trust.modeNote : late.value.trust.onlyManager}</span>
      </header>
      <div class="field">
        <span>{w.mode.hint[mode]}</span>
        {isManager.value ? (
          <Segments
            label={late.value.trust.mode}
            value={mode}
            choices={MODES.map((value) => ({ value, text: w.mode[value], hint: w.mode.hint[value] }))}
            onPick={pickMode}
          />
        ) : (
          <b>{w.mode[mode]}</b>
        )}
      </div>
    </section>
  );
}
