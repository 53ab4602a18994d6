// The slot above the actions: what was just done with its undo, or what was refused; idle, where the cursor stands.
import type { ComponentChildren } from 'preact';
import { dismiss, held, left, notice } from '../lane.ts';
import { undoNotice } from '../undo.ts';
import { words } from '../words/index.ts';
import { Button, Caps } from './button.tsx';
import { Icon } from './icon.tsx';

/** `idle` is shown while there is nothing to say; `onReview` leads to the refused line. */
export function Lane({
  idle,
  onReview,
  children,
}: {
  idle: string;
  onReview?: (lineId: string) => void;
  children?: ComponentChildren;
}) {
  const now = notice.value;
  return (
    <div class="lane">
      {now ? <Toast onReview={onReview} /> : <span class="s12 mut">{idle}</span>}
      {!now && <span class="sp" />}
      {children}
    </div>
  );
}

function Toast({ onReview }: { onReview: ((lineId: string) => void) | undefined }) {
  const w = words.value;
  const now = notice.value;
  if (!now) return null;
  const hold = (on: boolean) => () => {
    held.value = on;
  };
  return (
    <div
      class={`toast ${now.tone}`}
      onMouseEnter={hold(true)}
      onMouseLeave={hold(false)}
      onFocusIn={hold(true)}
      onFocusOut={hold(false)}
    >
      <Icon name={now.tone === 'refused' ? 'cross' : now.tone === 'done' ? 'check' : 'undo'} />
      <span class="el" title={now.text}>
        {now.text}
      </span>
      <span class="sp" />
      {now.job && (
        <button type="button" onClick={undoNotice}>
          {w.act.undo} <Caps keys={['Ctrl Z']} />
        </button>
      )}
      {now.tone === 'refused' && now.lineId && onReview && (
        <button type="button" onClick={() => now.lineId && onReview(now.lineId)}>
          {w.act.review}
        </button>
      )}
      {now.tone === 'done' ? (
        <span class="nw s12 count" aria-hidden="true">
          {Math.ceil(left.value / 1000)} s
        </span>
      ) : (
        <button type="button" class="x" aria-label={w.act.close} onClick={dismiss}>
          <Icon name="cross" />
        </button>
      )}
    </div>
  );
}

/** A history button beside the lane. */
export function HistoryButton({ onPress }: { onPress: () => void }) {
  return (
    <Button look="ghost" small caps={['H']} onPress={onPress}>
      <Icon name="undo" />
      {words.value.screen.history}
    </Button>
  );
}
