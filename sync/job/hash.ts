// SHA-256 by the platform, in hexadecimal: a file is known again by its bytes, a line by its key.

/** The hash of these bytes, 64 hexadecimal digits. */
export async function hashOf(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Identifiers of texts, 32 hexadecimal digits each, in order. */
export async function idsOf(texts: readonly string[]): Promise<string[]> {
  const encoder = new TextEncoder();
  const hashes = await Promise.all(texts.map((text) => hashOf(encoder.encode(text))));
  return hashes.map((hash) => hash.slice(0, 32));
}
