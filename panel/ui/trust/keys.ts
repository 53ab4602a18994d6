// "Certitude" has no keys of its own: it is read, and changed on purpose.

export function plain(): boolean {
  return false;
}

export function prefixed(): boolean {
  return false;
}
