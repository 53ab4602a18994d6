// Which unattended matches a person is asked to look at: a share chosen by chance that can be drawn again.
import { TRUST } from './policy.ts';

/** The seed is the company's id, so that two companies with the same bank line draw apart (FNV-1a, 32 bits). */
export function isSampled(companyId: string, lineId: string): boolean {
  let value = 0x811c9dc5;
  for (const unit of `${companyId} ${lineId}`) value = Math.imul(value ^ unit.codePointAt(0)!, 0x01000193);
  // The low bits of a short text mix badly: fold the high ones in.
  const folded = (value ^ (value >>> 15)) >>> 0;
  return folded % TRUST.sampleOneIn === 0;
}
