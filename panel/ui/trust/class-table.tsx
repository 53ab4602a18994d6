// The classes of certainty: in words, with what was seen here and on made-up ledgers apart, the bound, and who may act.
import type { ClassView } from '../../../sync/port/trust-view.ts';
import { Segments } from '../part/button.tsx';
import { Icon } from '../part/icon.tsx';
import { write } from '../words/index.ts';
import { late } from '../words/late.ts';
import { all, isManager, met, pick, trust } from './state.ts';

export function Classes() {
  const w = late.value.trust;
  const every = trust.value?.classes ?? [];
  const shown = all.value ? every : met.value;
  return (
    <section class="sect">
      <header>
        <h2>{w.classes}</h2>
      </header>
      <p class="s13 sec">{w.classesNote}</p>
      {shown.length === 0 ? <p class="note sec">{w.nothing}</p> : <ClassTable shown={shown} />}
      {every.length > met.value.length && (
        <button type="button" class="btn ghost sm" onClick={() => (all.value = !all.peek())}>
          {all.value ? w.showOwn : w.showAll(every.length)}
        </button>
      )}
    </section>
  );
}

function ClassTable({ shown }: { shown: readonly ClassView[] }) {
  const w = late.value.trust;
  return (
    <div class="scroll-x" tabIndex={0} role="region" aria-label={w.classes}>
      <table class="t classes">
        <thead>
          <tr>
            <th scope="col">{w.class}</th>
            <th scope="col">{w.here}</th>
            <th scope="col">{w.made}</th>
            <th scope="col" class="num">
              {w.bound}
            </th>
            <th scope="col" class="num">
              {w.waiting}
            </th>
            <th scope="col">{w.alone}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((it) => (
            <ClassRow key={it.signature} it={it} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ClassRow({ it }: { it: ClassView }) {
  const w = late.value.trust;
  const f = write.value;
  return (
    <tr>
      <th scope="row" class="says" title={it.signature}>
        {it.says}
        {it.doubts !== '' && <small class="s12 sec">{it.doubts}</small>}
        {it.standDown && (
          <small class="s12 warn">
            <Icon name="flag" /> {w.isDown}
          </small>
        )}
      </th>
      <td>{recordText(it.own)}</td>
      <td class="sec">{recordText(it.seeded)}</td>
      <td class="num">{boundText(it)}</td>
      <td class="num">{it.waiting === 0 ? '·' : f.count(it.waiting)}</td>
      <td>
        {isManager.value ? (
          <Segments
            label={w.stateOf(it.says)}
            value={it.switched}
            choices={(['mode', 'on', 'off'] as const).map((value) => ({ value, text: w.state[value] }))}
            onPick={(state) => pick(it, state)}
          />
        ) : (
          <span class="sec">{w.state[it.switched]}</span>
        )}
        <small class={`s12 ${it.acts ? 'ok' : 'sec'}`}>{it.acts ? w.acts : it.proven ? '' : w.unproven}</small>
      </td>
    </tr>
  );
}

function recordText({ seen, right }: ClassView['own']): string {
  const w = late.value.trust;
  return seen === 0 ? w.none : w.record(write.value.count(right), seen - right);
}

/** Rounded down, so that a bound never reads better than it is. */
export function boundText({ bound }: Pick<ClassView, 'bound'>): string {
  return write.value.percent(Math.floor(bound / 1_000), 1);
}
