// The session token: it arrives in the URL's fragment, which no server and no other page sees, or in a message of the ERP's page.

const KEY = 'lettrage.token';
let token: string | null = null;

/** Takes the token out of the address, so that it is in no bookmark, history entry or screenshot. */
export function takeToken(): void {
  const given = /^#t=(.+)$/.exec(location.hash)?.[1];
  if (given === undefined) {
    // In a frame the ERP's page says who is here, not what this tab kept of an earlier visit.
    if (window.parent === window) token ??= stored();
    return;
  }
  token = decodeURIComponent(given);
  history.replaceState(null, '', location.pathname + location.search);
  try {
    sessionStorage.setItem(KEY, token);
  } catch {
    // A browser that forbids storage keeps it in memory until the page is reloaded.
  }
}

/** The address of a new start, put into a tab that is open, changes the fragment alone: without this the old session would stay. */
export function watchToken(): void {
  window.addEventListener('hashchange', () => {
    if (location.hash.startsWith('#t=')) location.reload();
  });
}

/** Of a session that the ERP's page opened: kept in memory only, since a reload gets another. */
export function holdToken(given: string): void {
  token = given;
}

/** A person signs in instead: the token of an earlier start is worth nothing any more. */
export function dropToken(): void {
  token = null;
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // Nothing was kept.
  }
}

export function currentToken(): string | null {
  return token;
}

function stored(): string | null {
  try {
    return sessionStorage.getItem(KEY);
  } catch {
    return null;
  }
}
