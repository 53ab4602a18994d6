// Where the keys belong: the list of the screen, which has the focus whenever no field or menu has it.

export const LIST_ID = 'lines';
export const ACCOUNTS_ID = 'accounts';
export const BOOK_ID = 'account-book';

export function focusList(): void {
  // The list is not drawn when it is empty or another pane has the frame; the panel itself then takes the keys.
  const list = [LIST_ID, BOOK_ID, ACCOUNTS_ID, 'panel']
    .map((id) => document.getElementById(id))
    .find((it) => it !== null);
  list?.focus({ preventScroll: true });
}
