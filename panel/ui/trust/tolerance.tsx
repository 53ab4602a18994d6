// The written tolerance: how many cents a line and a customer's year may lose without anybody being asked, and what was used.
import { signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { TrustView } from '../../../sync/port/trust-view.ts';
import { readAmount } from '../money.ts';
import { Button } from '../part/button.tsx';
import { home, write } from '../words/index.ts';
import { late } from '../words/late.ts';
import { isManager, saveTolerance } from './state.ts';

const unreadable = signal(false);

function save(form: HTMLFormElement): void {
  const data = new FormData(form);
  const minor = (name: string) => readAmount(String(data.get(name) ?? ''), home.peek());
  const [lineMax, yearMax] = [minor('line'), minor('year')];
  unreadable.value = lineMax === null || yearMax === null;
  if (lineMax !== null && yearMax !== null) void saveTolerance({ lineMax, yearMax });
}

export function ToleranceSection({ tolerance }: { tolerance: TrustView['tolerance'] }) {
  const w = late.value.trust;
  const f = write.value;
  const { now, lineMax, year, used } = tolerance;
  if (lineMax === 0) return <Section note={w.noTolerance} />;
  return (
    <Section note={w.toleranceNote(f.money(lineMax))}>
      {now === null && <p class="sec">{w.toleranceOff}</p>}
      {isManager.value && <LimitsForm now={now} lineMax={lineMax} />}
      {unreadable.value && (
        <p class="msg" role="alert">
          {w.unreadable}
        </p>
      )}
      {now !== null && !isManager.value && (
        <p>
          {w.perLine} {f.money(now.lineMax)} · {w.perYear} {f.money(now.yearMax)}
        </p>
      )}
      {used.length > 0 && (
        <dl class="facts">
          <dt>{w.toleranceUsed(year)}</dt>
          <dd>
            {used.map((it) => (
              <span key={it.partyId} class="used">
                {it.partyName ?? it.partyId} {f.money(it.minor)}
                {now && <span class="sec"> ({w.toleranceLeft(f.money(Math.max(0, now.yearMax - it.minor)))})</span>}
              </span>
            ))}
          </dd>
        </dl>
      )}
    </Section>
  );
}

/** The two limits, as a manager sets them. */
function LimitsForm({ now, lineMax }: Pick<TrustView['tolerance'], 'now' | 'lineMax'>) {
  const w = late.value.trust;
  const f = write.value;
  return (
    <form
      class="field link-form"
      onSubmit={(event) => {
        event.preventDefault();
        save(event.currentTarget);
      }}
    >
      <label>
        {w.perLine}
        <input class="fld" name="line" size={6} inputMode="decimal" defaultValue={f.amount(now?.lineMax ?? lineMax)} />
      </label>
      <label>
        {w.perYear}
        <input class="fld" name="year" size={8} inputMode="decimal" defaultValue={f.amount(now?.yearMax ?? 100)} />
      </label>
      <button type="submit" class="btn out sm">
        {w.toleranceSave}
      </button>
      {now !== null && (
        <Button small onPress={() => void saveTolerance(null)}>
          {w.toleranceStop}
        </Button>
      )}
    </form>
  );
}

function Section({ note, children }: { note: string; children?: ComponentChildren }) {
  return (
    <section class="sect">
      <header>
        <h2>{late.value.trust.tolerance}</h2>
        <span class="s12 mut">{note}</span>
      </header>
      {children}
    </section>
  );
}
