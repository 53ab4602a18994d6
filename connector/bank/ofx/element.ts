// Elements of an OFX file, by ofx-js for all but transactions, and what is asked of them.
import { parseSync } from 'ofx-js';

/** An aggregate as ofx-js gives it: a leaf is a text, an element that comes more than once an array. */
export type Element = { readonly [name: string]: unknown };

/**
 * Parses one well-formed element. The guard has made it well-formed, so that ofx-js never falls back on its repairs by
 * regular expression, which some texts keep busy for hours.
 */
export function parseElement(name: string, xml: string): Element {
  const found = asElement(parseSync(`<OFX>${xml}</OFX>`).OFX)[name];
  if (Array.isArray(found)) throw new Error(`ofx-js found ${found.length} <${name}> of 1`);
  return asElement(found);
}

/** The text of the leaf of this name, the first that has one; null where it is absent, empty or no leaf. */
export function leaf(element: Element | null, name: string): string | null {
  const value = element?.[name];
  if (typeof value === 'string') return value === '' ? null : value;
  return Array.isArray(value) ? (value.find((it) => typeof it === 'string' && it !== '') ?? null) : null;
}

/** All texts of the leaves of this name, in order, without the empty ones. */
export function leaves(element: Element, name: string): string[] {
  const value = element[name];
  if (typeof value === 'string') return value === '' ? [] : [value];
  return Array.isArray(value) ? value.filter((it) => typeof it === 'string' && it !== '') : [];
}

/** The aggregate of this name; null where it is absent or empty. */
export function child(element: Element, name: string): Element | null {
  const value = element[name];
  const found: unknown = Array.isArray(value) ? value.find(isElement) : value;
  return isElement(found) ? found : null;
}

/** Whether the element has a child of this name, be it empty. */
export function has(element: Element, name: string): boolean {
  return element[name] !== undefined;
}

function asElement(value: unknown): Element {
  return isElement(value) ? value : {};
}

function isElement(value: unknown): value is Element {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
