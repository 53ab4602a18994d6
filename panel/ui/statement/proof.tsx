// The proof of a statement: opening and lines against the bank's closing, the statement before, and how much still waits.
import type { ComponentChildren } from 'preact';
import type { StatementView } from '../../../sync/port/statement-view.ts';
import { Button } from '../part/button.tsx';
import { Icon } from '../part/icon.tsx';
import { words, write } from '../words/index.ts';
import { late } from '../words/late.ts';
import { toggleWaiting, waiting } from './state.ts';

export function Proof({ own }: { own: StatementView }) {
  const w = late.value.statement;
  const f = write.value;
  const amount = (minor: number | null) => (minor === null ? '–' : f.money(minor, own.currency));
  const { open, settled, later } = own.states;
  return (
    <section class="proof" aria-label={w.proof}>
      <dl>
        <Figure label={own.openingCarried ? w.carried : words.value.imports.opening}>{amount(own.openingMinor)}</Figure>
        {own.earlier.count > 0 && (
          <Figure label={w.earlier(f.count(own.earlier.count))}>{f.signed(own.earlier.sumMinor, own.currency)}</Figure>
        )}
        <Figure label={w.lines(own.lines.count, f.count(own.lines.count))}>
          {f.signed(own.lines.sumMinor, own.currency)}
        </Figure>
        <Figure label={words.value.imports.closing}>{amount(own.computedMinor)}</Figure>
      </dl>
      <ul class="s13">
        <li>
          <Balance own={own} />
        </li>
        <li>
          <Continuity own={own} />
        </li>
        <li class="sec">
          {w.states(f.count(open), f.count(settled), f.count(later), f.count(own.states['set-aside']))}
        </li>
      </ul>
      <Button look="out" small caps={['F']} pressed={waiting.value} onPress={toggleWaiting}>
        {w.onlyWaiting}
      </Button>
    </section>
  );
}

function Figure({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <div>
      <dt class="s12 mut">{label}</dt>
      <dd class="num m">{children}</dd>
    </div>
  );
}

function Balance({ own }: { own: StatementView }) {
  const w = late.value.statement;
  const money = (minor: number) => write.value.money(minor, own.currency);
  const { closingMinor, computedMinor } = own;
  if (closingMinor === null || computedMinor === null) {
    return (
      <span class="warn">
        <Icon name="info" /> {closingMinor === null ? w.noClosing : w.noOpening}
      </span>
    );
  }
  if (closingMinor === computedMinor) {
    return (
      <span class="ok">
        <Icon name="check" /> {w.equal}
      </span>
    );
  }
  return (
    <span class="bad m">
      <Icon name="cross" />{' '}
      {w.unequal(money(closingMinor), write.value.signed(closingMinor - computedMinor, own.currency))}
    </span>
  );
}

/** Does it begin where the statement before ended? */
function Continuity({ own }: { own: StatementView }) {
  const w = late.value.statement;
  const { before, openingMinor } = own;
  if (!before) return <span class="sec">{w.firstKnown}</span>;
  const name = w.named(before.number ?? '', write.value.shortDay(before.day));
  if (openingMinor === null || before.closingMinor === null) return <span class="sec">{w.unknownGap(name)}</span>;
  const gap = openingMinor - before.closingMinor;
  if (gap === 0) {
    return (
      <span class="ok">
        <Icon name="check" /> {w.follows(name)}
      </span>
    );
  }
  return (
    <span class="bad m">
      <Icon name="warning" /> {w.gap(name, write.value.signed(gap, own.currency))}
    </span>
  );
}
