// Files dropped anywhere on the page are imported; the whole page says so while they hover.
import { useEffect } from 'preact/hooks';
import { ADVICE_CHOOSER_ID, isAdviceFor, takeAdviceFile } from '../queue/paste.ts';
import { words } from '../words/index.ts';
import { dragging, take } from './state.ts';

const CHOOSER_ID = 'files';

export function DropZone() {
  useEffect(() => {
    let depth = 0;
    const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
    const enter = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      depth += 1;
      dragging.value = true;
      event.preventDefault();
    };
    const leave = () => {
      depth = Math.max(0, depth - 1);
      if (depth === 0) dragging.value = false;
    };
    const drop = (event: DragEvent) => {
      depth = 0;
      dragging.value = false;
      if (!holdsFiles(event)) return;
      event.preventDefault();
      const files = [...(event.dataTransfer?.files ?? [])];
      const [first] = files;
      if (first && isAdviceFor(event.target, files)) void takeAdviceFile(first);
      else void take(files);
    };
    const over = (event: DragEvent) => holdsFiles(event) && event.preventDefault();
    const listeners = { dragenter: enter, dragleave: leave, dragover: over, drop } as const;
    for (const [name, listener] of Object.entries(listeners))
      document.addEventListener(name, listener as EventListener);
    return () => {
      for (const [name, listener] of Object.entries(listeners))
        document.removeEventListener(name, listener as EventListener);
    };
  }, []);
  return (
    <>
      <Chooser />
      <AdviceChooser />
      {dragging.value && (
        <div class="drop-over" aria-hidden="true">
          <p>{words.value.imports.dropNow}</p>
        </div>
      )}
    </>
  );
}

/** Opens the browser's file chooser. */
export function chooseFiles(): void {
  document.getElementById(CHOOSER_ID)?.click();
}

/** Stays in the page: a chooser that is nowhere may be collected before it is answered. */
function Chooser() {
  return (
    <input
      id={CHOOSER_ID}
      type="file"
      multiple
      hidden
      aria-label={words.value.imports.choose}
      onChange={(event) => {
        void take([...(event.currentTarget.files ?? [])]);
        event.currentTarget.value = '';
      }}
    />
  );
}

function AdviceChooser() {
  return (
    <input
      id={ADVICE_CHOOSER_ID}
      type="file"
      accept=".pdf,.xlsx,.csv,.txt"
      hidden
      aria-label={words.value.advice.choose}
      onChange={(event) => {
        const [file] = event.currentTarget.files ?? [];
        if (file) void takeAdviceFile(file);
        event.currentTarget.value = '';
      }}
    />
  );
}
