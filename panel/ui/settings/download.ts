// Files to take away: fetched with the session's token, then handed to the browser to keep.
import { signal } from '@preact/signals';
import { client } from '../client.ts';
import { tell } from '../lane.ts';
import { words } from '../words/index.ts';

export type What = 'fec' | 'entries' | 'letters';

export const saving = signal<What | null>(null);

/** Takes one export away; an export of several exercises is several files, and all of them are taken. */
export async function save(what: What): Promise<void> {
  if (saving.peek()) return;
  saving.value = what;
  const first = await take(what, {});
  for (const file of first?.all ?? []) if (file !== first?.name) await take(what, { file });
  saving.value = null;
}

/** One file; null when it was refused, and then the lane says why. */
export async function take(
  what: string,
  query: Record<string, string>,
): Promise<{ name: string; all: string[] } | null> {
  const answer = await client.download(what, query);
  if (!answer.ok) {
    tell({ tone: 'refused', text: answer.fault.says || words.peek().fault.noAnswer, job: null, lineId: null });
    return null;
  }
  keepFile(answer.value.name, answer.value.bytes);
  return answer.value;
}

/** Hands a file to the browser, which keeps it where downloads go. */
function keepFile(name: string, bytes: Blob): void {
  const url = URL.createObjectURL(bytes);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
  tell({ tone: 'done', text: words.peek().settings.saved(name), job: null, lineId: null });
}
