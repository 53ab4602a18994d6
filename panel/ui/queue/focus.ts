// Where the keys belong: the list, which has the focus whenever no field or menu has it.

export const LIST_ID = 'lines';

export function focusList(): void {
  // The list is not drawn when it is empty or another pane has the frame; the panel itself then takes the keys.
  const list = document.getElementById(LIST_ID) ?? document.getElementById('panel');
  list?.focus({ preventScroll: true });
}
