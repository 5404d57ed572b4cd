import type { Node } from 'prosemirror-model';
import { toText } from './plain.ts';
import { schema } from './schema.ts';

/** Where the signature stands that the author put in: above what is quoted, a paragraph of its own. */
export function signatureAt(doc: Node, known: readonly string[]): { from: number; to: number } | undefined {
  let found: { from: number; to: number } | undefined;
  doc.forEach((block, offset) => {
    const is =
      block.type === schema.nodes.paragraph &&
      known.includes(toText(doc.cut(offset, offset + block.nodeSize)).trimEnd());
    if (is) found ??= { from: offset, to: offset + block.nodeSize };
  });
  return found;
}
