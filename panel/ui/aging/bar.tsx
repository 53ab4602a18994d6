// What the aged balance is asked: the day, known when, aged from what, in which columns, one row for whom.
import { signal } from '@preact/signals';
import type { Grouping } from '../../../sync/model/aging.ts';
import { endOfLastMonth } from '../day.ts';
import { Segments } from '../part/button.tsx';
import { DayInput } from '../part/day-input.tsx';
import { Icon } from '../part/icon.tsx';
import { today, words, write } from '../words/index.ts';
import { late as own } from '../words/late.ts';
import { readCuts } from './cut.ts';
import { choosing, exportAs } from './export.ts';
import { ExportMenu } from './export-menu.tsx';
import * as aging from './state.ts';

export const focusAging = () => document.getElementById('aging')?.focus({ preventScroll: true });

export function Dates() {
  const w = own.value.aging;
  const day = aging.asOf.value ?? today.value;
  const month = endOfLastMonth(today.value);
  const usual = day === today.value ? 'today' : day === month ? 'month' : 'other';
  return (
    <div class="bar dates">
      <label class="s13 sec nw" for="as-of">
        {w.asOf}
      </label>
      <DayInput id="as-of" day={day} onDay={aging.setDay} onEnter={focusAging} onEscape={focusAging} />
      <Segments
        label={w.usual}
        value={usual as string}
        choices={[
          { value: 'today', text: w.today },
          { value: 'month', text: w.endOf(write.value.heading(month).split(' ')[2] ?? '') },
        ]}
        onPick={(which) => aging.setDay(which === 'today' ? today.peek() : month)}
      />
      <Time />
      {aging.asking.value && <span class="s12 mut">{words.value.state.loading}</span>}
      <span class="sp" />
      <ExportMenu open={choosing} heading={w.exportAs} onPick={exportAs} onClose={focusAging} />
    </div>
  );
}

/** The second time: what is true by accounting dates, or what had been recorded by a day. */
function Time() {
  const w = own.value.aging;
  const day = aging.asOf.value ?? today.value;
  const known = aging.knownOn.value;
  return (
    <>
      <Segments
        label={w.time}
        value={known === null ? 'true' : ('known' as string)}
        choices={[
          { value: 'true', text: w.trueOn(write.value.shortDay(day)), hint: w.trueHint },
          { value: 'known', text: w.knownOn(write.value.shortDay(known ?? day)), hint: w.knownHint },
        ]}
        onPick={(which) => aging.setKnownOn(which === 'true' ? null : day)}
      />
      {known !== null && (
        <>
          <label class="s13 sec nw wide" for="known-on">
            {w.knownBy}
          </label>
          <DayInput
            id="known-on"
            day={known}
            onDay={aging.setKnownOn}
            onEnter={focusAging}
            onEscape={focusAging}
            label={w.knownBy}
          />
        </>
      )}
    </>
  );
}

const GROUPINGS: readonly Grouping[] = ['party', 'group', 'salesperson', 'country', 'currency', 'account'];

export function Filters() {
  const w = own.value.aging;
  const only = aging.only.value;
  return (
    <div class="bar filters s13">
      <Segments
        label={w.basis}
        value={aging.basis.value}
        choices={[
          { value: 'due', text: w.due },
          { value: 'issue', text: w.issue },
        ]}
        onPick={aging.setBasis}
      />
      <Cuts />
      <Pick
        label={w.by}
        value={aging.by.value}
        options={GROUPINGS.map((value) => ({ value, text: w.grouping[value] }))}
        onPick={(value) => aging.setBy(GROUPINGS.find((it) => it === value) ?? 'party')}
      />
      <Money />
      {only && !(only.by === 'currency' && aging.amounts.value === 'document') && (
        <span class="tag">
          {w.onlyOf(only.key ?? w.nobody[only.by])}{' '}
          <button type="button" class="link" onClick={() => aging.setOnly(null)}>
            {w.everything}
          </button>
        </span>
      )}
    </div>
  );
}

/** In whose currency amounts stand; in the documents' own, of all currencies or of one. */
function Money() {
  const w = own.value.aging;
  const isDocument = aging.amounts.value === 'document';
  const known = aging.currencies.value;
  return (
    <>
      <Segments
        label={w.amounts}
        value={aging.amounts.value}
        choices={[
          { value: 'company', text: w.inOwn(aging.report.value?.currency ?? 'EUR') },
          { value: 'document', text: w.inDocument, hint: w.inDocumentHint },
        ]}
        onPick={aging.setAmounts}
      />
      {isDocument && known.length > 1 && (
        <Pick
          label={w.currency}
          value={aging.only.value?.key ?? ''}
          options={[{ value: '', text: w.everyCurrency }, ...known.map((value) => ({ value, text: value }))]}
          onPick={(value) => aging.setCurrency(value === '' ? null : value)}
        />
      )}
    </>
  );
}

/** The person types columns of their own. */
const typing = signal(false);

function Cuts() {
  const w = own.value.aging;
  const now = aging.cuts.value;
  const usual: Readonly<Record<string, string>> = w.cut;
  const [ahead = '', late = ''] = now.split('|');
  const options = Object.entries(usual).map(([value, text]) => ({ value, text }));
  if (!usual[now]) options.push({ value: now, text: w.ownCutsOf(ahead, late) });
  const pick = (value: string) => {
    typing.value = value === '';
    if (value !== '') aging.setCuts(value);
  };
  return (
    <>
      <Pick label={w.cuts} value={now} options={[...options, { value: '', text: w.ownCuts }]} onPick={pick} />
      {typing.value && <OwnCuts />}
    </>
  );
}

function OwnCuts() {
  const w = own.value.aging;
  return (
    <input
      class="fld cuts"
      type="text"
      inputMode="numeric"
      aria-label={w.cutsWanted}
      placeholder={w.cutsWanted}
      ref={(it) => it?.focus()}
      onKeyDown={(event) => {
        const late = readCuts(event.currentTarget.value);
        if (event.key === 'Escape' || (event.key === 'Enter' && late !== null)) {
          typing.value = false;
          focusAging();
        }
        if (event.key === 'Enter' && late !== null) aging.setCuts(`|${late}`);
        event.currentTarget.setAttribute('aria-invalid', String(event.key === 'Enter' && late === null));
      }}
    />
  );
}

function Pick(props: {
  label: string;
  value: string;
  options: readonly { value: string; text: string }[];
  onPick: (value: string) => void;
}) {
  return (
    <label class="pick">
      <span class="hear">{props.label}</span>
      <select value={props.value} onChange={(event) => props.onPick(event.currentTarget.value)}>
        {props.options.map(({ value, text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
      <Icon name="down" />
    </label>
  );
}
