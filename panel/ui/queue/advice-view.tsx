// What became of a pasted advice: how many items it paid, and each of its lines that named none.
import { Icon } from '../part/icon.tsx';
import { words, write } from '../words/index.ts';
import { leftOver } from './paste.ts';

const LINES_SHOWN = 8;

export function AdviceNote({ lineId, currency }: { lineId: string; currency: string }) {
  const w = words.value.advice;
  const now = leftOver.value;
  if (now?.lineId !== lineId) return null;
  const more = now.unknown.length - LINES_SHOWN;
  return (
    <div class={`msg ${now.unknown.length > 0 ? 'calm' : 'plain'}`}>
      <Icon name={now.unknown.length > 0 ? 'warning' : 'check'} />{' '}
      {w.read(now.taken, now.customers, now.unknown.length)}
      {now.unknown.length > 0 && (
        <ul class="mono s12">
          {now.unknown.slice(0, LINES_SHOWN).map((line) => (
            <li key={line.text} class="el">
              {line.text}
              {line.minor !== null && <span class="sec"> · {write.value.money(line.minor, currency)}</span>}
            </li>
          ))}
          {more > 0 && <li class="sec">{w.more(more)}</li>}
        </ul>
      )}
    </div>
  );
}
