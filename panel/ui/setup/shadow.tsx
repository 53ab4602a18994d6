// The third step: what would be read, that nothing is written meanwhile, and the three figures that must agree before anything is.
import type { ControlFigure } from '../../../sync/port/night.ts';
import { session } from '../shell/state.ts';
import { write } from '../words/index.ts';
import { late } from '../words/late.ts';
import { checks, isRead, night } from './state.ts';

const FIGURES: readonly ControlFigure['name'][] = ['customers', 'bank', 'suspense'];

export function Shadow() {
  const w = late.value.setup.shadow;
  const brings = checks.value?.find((it) => it.step === 'reading' && it.ok);
  return (
    <>
      <p>{w.mode}</p>
      {brings && (
        <p>
          {w.brings} <b>{brings.says}</b>
        </p>
      )}
      <p>{w.figures}</p>
      <table class="t figures">
        <thead>
          <tr>
            <td />
            <th class="num">{w.inErp}</th>
            <th class="num">{w.here}</th>
            <td />
          </tr>
        </thead>
        <tbody>{FIGURES.flatMap(rowsOf)}</tbody>
      </table>
      <p class="sec">{w.end}</p>
    </>
  );
}

function rowsOf(name: ControlFigure['name']) {
  const w = late.value.setup.shadow;
  const found = isRead.value ? (night.value?.control ?? []).filter((it) => it.name === name) : [];
  const now = session.value;
  const currency = now.at === 'open' ? now.it.company.currency : 'EUR';
  const head = (account: string | null, beside = 0) => (
    <th scope="row">
      {w.figure[name]} <span class="mono">{name === 'customers' ? '' : (account ?? '')}</span>
      <small class="s12 mut">{w.meaning[name]}</small>
      {beside !== 0 && <small class="s12 mut">{w.beside(write.value.money(beside, currency))}</small>}
    </th>
  );
  if (found.length === 0) {
    return [
      <tr key={name}>
        {head(null)}
        <td class="num mut" colSpan={3}>
          {w.unread}
        </td>
      </tr>,
    ];
  }
  return found.map(({ account, erpMinor, oursMinor, besideMinor }) => {
    const ok = erpMinor === oursMinor;
    return (
      <tr key={`${name} ${account}`}>
        {head(account, besideMinor)}
        <td class="num">{write.value.money(erpMinor, currency)}</td>
        <td class="num">{write.value.money(oursMinor, currency)}</td>
        <td>
          <span class={`tag ${ok ? 'ok' : 'bad'}`}>{ok ? w.equal : w.differs}</span>
        </td>
      </tr>
    );
  });
}
