// Files to take away: fetched with the session's token, then handed to the browser to keep.
import { signal } from '@preact/signals';
import { client } from '../client.ts';
import { tell } from '../lane.ts';
import { words } from '../words/index.ts';

export type What = 'fec' | 'entries' | 'letters';

export const saving = signal<What | null>(null);

export async function save(what: What): Promise<void> {
  if (saving.peek()) return;
  saving.value = what;
  const answer = await client.download(what);
  saving.value = null;
  if (!answer.ok) {
    tell({ tone: 'refused', text: answer.fault.says || words.peek().fault.noAnswer, job: null, lineId: null });
    return;
  }
  keepFile(answer.value.name, answer.value.bytes);
}

/** Hands a file to the browser, which keeps it where downloads go. */
export function keepFile(name: string, bytes: Blob): void {
  const url = URL.createObjectURL(bytes);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
  tell({ tone: 'done', text: words.peek().settings.saved(name), job: null, lineId: null });
}
