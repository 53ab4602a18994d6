// Setting up has no keys of its own: fields and buttons, in their order.

export function plain(): boolean {
  return false;
}

export function prefixed(): boolean {
  return false;
}
