// Lines of files beside those of the ERP that they may be: the same, or another, each by one key.
import { useEffect } from 'preact/hooks';
import type { TwinView } from '../../../sync/port/view-night.ts';
import { Button } from '../part/button.tsx';
import { write } from '../words/index.ts';
import { late } from '../words/late.ts';
import { openTwins, said, sayTwin, twins, unsayTwin } from './twin.ts';

const SHOWN_MAX = 10;

export function Twins() {
  useEffect(() => void openTwins(), []);
  const w = late.value.twin;
  if (twins.value.length === 0 && said.value === null) return null;
  return (
    <section class="sect twins" aria-label={w.title}>
      <header>
        <h2>{w.title}</h2>
        {said.value && (
          <Button look="out" small caps={['U']} onPress={unsayTwin}>
            {w.undo}
          </Button>
        )}
      </header>
      <p class="s13 sec">{twins.value.length > 0 ? w.why : w.none}</p>
      {twins.value.slice(0, SHOWN_MAX).map((it, i) => (
        <Pair key={it.line.id} it={it} first={i === 0} />
      ))}
    </section>
  );
}

function Pair({ it: { line, erp }, first }: { it: TwinView; first: boolean }) {
  const w = late.value.twin;
  const f = write.value;
  return (
    <div class="msg calm">
      <b class="nw">{f.money(line.amountMinor, line.currency)}</b> {w.file(f.day(line.bookingDay), line.label)} ·{' '}
      {w.erp(f.day(erp.bookingDay), erp.label)}{' '}
      <Button look="out" small caps={first ? ['M'] : []} onPress={() => sayTwin(true, line.id)}>
        {w.same}
      </Button>{' '}
      <Button look="out" small caps={first ? ['A'] : []} onPress={() => sayTwin(false, line.id)}>
        {w.other}
      </Button>
    </div>
  );
}
