// Which open item is lit because the pointer is on the reference that names it.
import { signal } from '@preact/signals';

export const lit = signal<string | null>(null);
