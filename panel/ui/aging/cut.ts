// Columns of the aged balance as a person types them. Pure.

/** Rising whole days, up to eight, with anything between them; null when it is not that. */
export function readCuts(text: string): string | null {
  const days = text
    .split(/[^\d]+/)
    .filter((part) => part !== '')
    .map(Number);
  const rising = days.every((day, i) => day > (days[i - 1] ?? 0) && day < 10_000);
  return rising && days.length > 0 && days.length <= 8 ? days.join(',') : null;
}
