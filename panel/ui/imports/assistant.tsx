// The dialog of what an import asks a person: the questions, what is still missing said where the key to keep it stands.
import type { ComponentChildren } from 'preact';
import type { FaultView } from '../../../sync/port/view.ts';
import { Dialog } from '../part/dialog.tsx';
import { words } from '../words/index.ts';

type Assistant = {
  title: string;
  note: string;
  /** A further class of the form. */
  of?: string;
  /** What is still missing, in a sentence; null when nothing is. */
  why: string | null;
  /** Said in the place of what is missing. */
  ready: ComponentChildren;
  busy: boolean;
  fault: FaultView | null;
  keep: string;
  onKeep(): void;
  onClose(): void;
  children: ComponentChildren;
};

export function Assistant(it: Assistant) {
  return (
    <Dialog title={it.title} note={it.note} broad onClose={it.onClose}>
      <form
        class={`table-assistant ${it.of ?? ''}`}
        onSubmit={(event) => {
          event.preventDefault();
          it.onKeep();
        }}
      >
        {it.children}
        {it.fault && (
          <p class="msg" role="alert">
            <b>{it.fault.says || words.value.fault.noAnswer}</b>
          </p>
        )}
        <footer>
          <span class={`s13 ${it.why ? 'warn-text' : ''}`} role="status">
            {it.why ?? it.ready}
          </span>
          <span class="sp" />
          <button
            type="submit"
            class={`btn pri ${it.why || it.busy ? 'off' : ''}`}
            aria-disabled={it.why ? true : undefined}
          >
            {it.keep}
          </button>
        </footer>
      </form>
    </Dialog>
  );
}
