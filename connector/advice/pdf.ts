// The lines of a PDF that holds text, as they stand on its pages: what is at one height is one line.
import { getDocumentProxy } from 'unpdf';
import { type Fault, fault } from '../../sync/fault/index.ts';

/** More pages than any advice has. */
const PAGES_MAX = 200;
/** Points by which characters of one line may stand apart in height. */
const LINE_POINTS = 3;
const CELL_BREAK = '\t';

type Piece = { text: string; x: number; y: number };

/** Faults: file-malformed. A scan has no text and gives ''. */
export async function pdfText(file: string, bytes: Uint8Array): Promise<string | Fault> {
  try {
    const document = await getDocumentProxy(new Uint8Array(bytes), { isEvalSupported: false, disableFontFace: true });
    const pages: string[] = [];
    for (let number = 1; number <= Math.min(document.numPages, PAGES_MAX); number += 1) {
      const { items } = await (await document.getPage(number)).getTextContent();
      pages.push(
        linesOf(
          items.flatMap((item) =>
            'str' in item && item.str.trim() !== ''
              ? [{ text: item.str, x: Number(item.transform[4]), y: Number(item.transform[5]) }]
              : [],
          ),
        ),
      );
    }
    await document.destroy();
    return pages.join('\n');
  } catch (error) {
    return fault('file-malformed', { file }, { what: error instanceof Error ? error.message : 'PDF' });
  }
}

function linesOf(pieces: readonly Piece[]): string {
  const lines: { y: number; pieces: Piece[] }[] = [];
  for (const piece of pieces) {
    const line = lines.find((it) => Math.abs(it.y - piece.y) <= LINE_POINTS);
    if (line) line.pieces.push(piece);
    else lines.push({ y: piece.y, pieces: [piece] });
  }
  return lines
    .sort((a, b) => b.y - a.y)
    .map((line) =>
      line.pieces
        .sort((a, b) => a.x - b.x)
        .map((piece) => piece.text)
        .join(CELL_BREAK),
    )
    .join('\n');
}
