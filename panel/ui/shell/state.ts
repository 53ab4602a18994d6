// The session and what surrounds every screen: who is at the desk, for which company, and what lies over the page.
import { batch, signal } from '@preact/signals';
import type { FaultView } from '../../../sync/port/view.ts';
import type { SessionView } from '../../../sync/port/view-session.ts';
import { client } from '../client.ts';
import { home, today } from '../words/index.ts';

export const session = signal<
  { at: 'asking' } | { at: 'open'; it: SessionView } | { at: 'failed'; fault: FaultView; status: number }
>({
  at: 'asking',
});
/** The shortcut sheet or the global search lies over the page. */
export const over = signal<'help' | 'find' | null>(null);
/** Set while the frame is too narrow for two panes, and for amounts to be edited. */
export const narrow = signal(false);
export const phone = signal(false);

export async function openSession(): Promise<boolean> {
  const answer = await client.session();
  if (!answer.ok) {
    session.value = { at: 'failed', fault: answer.fault, status: answer.status };
    return false;
  }
  batch(() => {
    home.value = answer.value.company.currency;
    today.value = answer.value.today;
    session.value = { at: 'open', it: answer.value };
  });
  return true;
}

/** The company's books are an ERP's: what is decided is written there. */
export function hasErp(): boolean {
  const now = session.value;
  return now.at === 'open' && now.it.company.erp !== 'fec';
}

export function companyId(): string | null {
  const now = session.peek();
  return now.at === 'open' ? now.it.company.id : null;
}

export function watchWidth(): void {
  const widths = [
    { query: window.matchMedia('(max-width: 1000px)'), is: narrow },
    { query: window.matchMedia('(max-width: 640px)'), is: phone },
  ];
  for (const { query, is } of widths) {
    is.value = query.matches;
    query.addEventListener('change', () => {
      is.value = query.matches;
    });
  }
}
