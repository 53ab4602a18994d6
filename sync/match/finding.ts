// The evidence to highlight in the raw label: what was read, of what kind, and the item that it names.
import type { Finding } from '../model/match.ts';
import type { Reading } from './reading/reading.ts';

export function findingsOf(reading: Reading): Finding[] {
  const found: Finding[] = [];
  for (const mention of reading.mentions) {
    const slot = mention.slots.find((one) => !one.paid) ?? mention.slots[0];
    found.push({
      type: mention.type,
      text: raw(reading, mention),
      at: mention.at,
      itemId: slot && !slot.paid ? slot.item.id : null,
    });
  }
  for (const place of reading.unknown)
    found.push({ type: 'unknown', text: raw(reading, place), at: place.at, itemId: null });
  const end = reading.line.endToEndId;
  const named = found.some((one) => one.at === null);
  if (end !== null && !named && !/^NOT ?PROVIDED$/i.test(end))
    found.push({ type: 'end-to-end', text: end, at: null, itemId: null });
  if (found.length < 2) return found;
  return found.sort((a, b) => (a.at ?? Number.MAX_SAFE_INTEGER) - (b.at ?? Number.MAX_SAFE_INTEGER));
}

/** In the bank's own letters. */
function raw(reading: Reading, place: { text: string; at: number | null }): string {
  return place.at === null ? place.text : reading.line.label.slice(place.at, place.at + place.text.length);
}
