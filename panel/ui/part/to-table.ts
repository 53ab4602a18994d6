/** Gives the keys to a table; in a low frame, where the whole screen scrolls, brings the table into view too. */
export function toTable(id: string): void {
  const table = document.getElementById(id);
  table?.focus({ preventScroll: true });
  table?.scrollIntoView({ block: 'nearest' });
}
