// The settings have no keys of their own: they are ordinary fields.

export function plain(): boolean {
  return false;
}

export function prefixed(): boolean {
  return false;
}
