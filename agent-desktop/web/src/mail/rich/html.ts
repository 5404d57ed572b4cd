import { DOMParser, DOMSerializer, type Node } from 'prosemirror-model';
import { schema } from './schema.ts';

const parser = DOMParser.fromSchema(schema);
const serializer = DOMSerializer.fromSchema(schema);

/** What is in it beside the schema's own is left out. */
export function fromHtml(html: string): Node {
  // An inert document: nothing in it runs or is fetched.
  const read = new window.DOMParser().parseFromString(withoutStyles(html), 'text/html');
  for (const lone of read.querySelectorAll('p > br:only-child'))
    if (lone.parentElement?.textContent === '') lone.remove();
  return parser.parse(read.body, { preserveWhitespace: true });
}

export function toHtml(node: Node): string {
  const written = document.implementation.createHTMLDocument('').body;
  written.append(serializer.serializeFragment(node.content, { document: written.ownerDocument }));
  // A paragraph without anything in it has no height in mail programs.
  for (const empty of written.querySelectorAll('p:empty')) empty.append(written.ownerDocument.createElement('br'));
  return written.innerHTML;
}

/** Styles as data: the page's policy refuses them even in a document that nobody sees. */
export function withoutStyles(html: string): string {
  return html.replace(/<[^>]*>/g, (tag) => tag.replace(/\sstyle\s*=/i, ' data-style='));
}
