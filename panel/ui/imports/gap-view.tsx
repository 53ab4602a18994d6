// Where statements are missing: between which days, and by how much the balance changed unseen.
import type { StatementGap } from '../../../sync/port/view-import.ts';
import { write } from '../words/index.ts';
import { late } from '../words/late.ts';
import { gaps } from './state.ts';

export function Gaps() {
  if (gaps.value.length === 0) return null;
  return (
    <section class="gaps" aria-label={late.value.gap.title}>
      {gaps.value.map((it) => (
        <Missing key={`${it.account}${it.after}${it.before}`} it={it} />
      ))}
    </section>
  );
}

function Missing({ it }: { it: StatementGap }) {
  const w = late.value.gap;
  const f = write.value;
  const amount = (minor: number) => f.amount(minor, it.currency);
  return (
    <p class="msg calm">
      <b>{w.missing(f.account(it.account), f.day(it.after), f.day(it.before))}</b>{' '}
      {w.why(
        amount(it.closingMinor),
        amount(it.openingMinor),
        f.signed(it.openingMinor - it.closingMinor, it.currency),
      )}
    </p>
  );
}
