// From lessons to outcomes: what stands on a line in the end decides whether a proposal was right.
import type { Learned, Outcome } from '../model/trust.ts';

/**
 * Right: accepted as proposed, or looked at and confirmed, and never undone. Wrong: changed, refused, or undone. Silence about
 * an unattended match is neither. An undo or a refusal counts for nothing once a person accepted the very same match after all.
 * The result depends on the lessons' own order (`seq`), not on the order they are given in.
 */
export function outcomesOf(lessons: readonly Learned[]): Outcome[] {
  const order = [...lessons].sort((a, b) => a.seq - b.seq);
  const byDecision = new Map(order.map((lesson) => [lesson.decisionId, lesson]));
  const retaken = new Map<string, number>();
  for (const lesson of order) {
    if ((lesson.kind === 'accepted' || lesson.kind === 'changed') && lesson.undoneSeq === null)
      retaken.set(keyOf(lesson), lesson.seq);
  }
  return order.flatMap((lesson) => {
    const right = judged(lesson, byDecision);
    if (right === null) return [];
    if (!right && (retaken.get(keyOf(lesson)) ?? 0) > lesson.seq) return [];
    const { signature, payer, day, proven, lineId, decisionId } = lesson;
    const seq = right ? lesson.seq : (lesson.undoneSeq ?? lesson.seq);
    return [{ signature, payer, day, right, proven, lineId, decisionId, seq }];
  });
}

function judged(lesson: Learned, byDecision: ReadonlyMap<string, Learned>): boolean | null {
  const undone = lesson.undoneSeq !== null;
  switch (lesson.kind) {
    case 'accepted':
      return !undone;
    case 'unattended':
      return undone ? false : null;
    case 'changed':
    case 'refused':
      return undone ? null : false;
    case 'confirmed': {
      const looked = lesson.about === null ? undefined : byDecision.get(lesson.about);
      return undone || looked?.undoneSeq != null ? null : true;
    }
  }
}

function keyOf({ lineId, facts }: Learned): string {
  return `${lineId} ${facts}`;
}
