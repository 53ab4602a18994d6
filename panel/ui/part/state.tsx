// What stands in a pane that has nothing to show: being asked (after 300 ms), nothing there, or it failed.
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { FaultView } from '../../../sync/port/view.ts';
import { words } from '../words/index.ts';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';

const SKELETON_MS = 300;

/** Grey bars in the shape of rows; nothing at all for the first 300 ms, so that quick answers do not flicker. */
export function Skeleton({ rows }: { rows: number }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), SKELETON_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div class="skeleton" role="status" aria-busy="true" aria-label={words.value.state.loading}>
      {late &&
        Array.from({ length: rows }, (_, i) => (
          <div key={i}>
            <i />
            <i />
          </div>
        ))}
    </div>
  );
}

export function Empty({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <div class="empty">
      <h2>{title}</h2>
      <div class="sec">{children}</div>
    </div>
  );
}

export function Failed({ fault, onRetry }: { fault: FaultView; onRetry: () => void }) {
  const w = words.value;
  return (
    <div class="empty failed" role="alert">
      <h2>
        <Icon name="warning" /> {fault.code === 'no-answer' ? w.fault.noAnswer : fault.says}
      </h2>
      {fault.where !== '' && <p class="mono sec">{fault.where}</p>}
      <p>
        <Button look="out" onPress={onRetry}>
          {w.act.retry}
        </Button>
        {fault.request !== '' && <span class="s12 mut"> {w.fault.request(fault.request)}</span>}
      </p>
    </div>
  );
}
