// The screen "À rapprocher": counters, the list, the line under the cursor.
import { useEffect } from 'preact/hooks';
import { screen } from '../shell/route.ts';
import { bring } from './bring.ts';
import { Bulk } from './bulk.tsx';
import { Counters } from './counters.tsx';
import { DetailPane } from './detail.tsx';
import { focusList } from './focus.ts';
import { open } from './open.ts';
import { ListPane } from './pane.tsx';
import { loading, openFilter, rows } from './state.ts';
import { refreshWaiting } from './waiting.ts';
import { pane } from './walk.ts';

export function Queue() {
  useEffect(() => {
    if (rows.peek().length === 0) void openFilter('to-do');
    void refreshWaiting();
    focusList();
  }, []);
  const named = screen.name.value === 'queue' ? screen.subject.value : null;
  useEffect(() => {
    if (named !== null) void bring(named);
  }, [named]);
  // Rows that arrive draw the list anew: it takes the keys as soon as it stands there.
  useEffect(() => {
    const { activeElement } = document;
    if (activeElement === document.body || activeElement?.id === 'panel') focusList();
  }, [loading.value]);
  return (
    <>
      <Counters />
      <div class={`split show-${pane.value}`}>
        <ListPane />
        <DetailPane />
      </div>
      {open.value === 'bulk' && <Bulk />}
    </>
  );
}
