// A modal dialog on the browser's own: it traps the focus, makes the page behind inert, and gives the focus back.
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { words } from '../words/index.ts';
import { Button } from './button.tsx';

type Props = { title: string; note?: string; broad?: boolean; children: ComponentChildren; onClose: () => void };

export function Dialog({ title, note, broad, children, onClose }: Props) {
  const root = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const opener = document.activeElement;
    root.current?.showModal();
    return () => {
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, []);
  return (
    <dialog
      ref={root}
      class={broad ? 'broad' : ''}
      aria-labelledby="dialog-title"
      onClose={onClose}
      onClick={(event) => {
        if (event.target === root.current) onClose();
      }}
    >
      <div class="dialog">
        <header>
          <h2 id="dialog-title">{title}</h2>
          {note && <span class="s12 sec">{note}</span>}
          <span class="sp" />
          <Button look="out" small caps={[words.value.keys.escape]} onPress={onClose}>
            {words.value.act.close}
          </Button>
        </header>
        <div class="dialog-body">{children}</div>
      </div>
    </dialog>
  );
}
