import { type DOMOutputSpec, Schema } from 'prosemirror-model';

const ADDRESS = /^(https?|mailto|tel):/i;
const BOLD = /font-weight:\s*(bold|[6-9]00)/i;
const ITALIC = /font-style:\s*italic/i;
const PARAGRAPH: DOMOutputSpec = ['p', 0];
const QUOTE: DOMOutputSpec = ['blockquote', 0];
const ITEM: DOMOutputSpec = ['li', 0];

/** The page's policy forbids styles, so what is pasted has them in `data-style`. */
const styled = (wanted: RegExp) => (element: HTMLElement) => wanted.test(element.dataset.style ?? '') && null;

/** All that a mail can have: what is pasted keeps this much of its formatting, and loses the rest. */
export const schema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: { content: 'inline*', group: 'block', parseDOM: [{ tag: 'p' }], toDOM: () => PARAGRAPH },
    blockquote: {
      content: 'block+',
      group: 'block',
      defining: true,
      parseDOM: [{ tag: 'blockquote' }],
      toDOM: () => QUOTE,
    },
    bullet_list: { content: 'list_item+', group: 'block', parseDOM: [{ tag: 'ul' }], toDOM: () => ['ul', 0] },
    ordered_list: {
      content: 'list_item+',
      group: 'block',
      attrs: { start: { default: 1, validate: 'number' } },
      parseDOM: [{ tag: 'ol', getAttrs: (list) => ({ start: Number(list.getAttribute('start')) || 1 }) }],
      toDOM: ({ attrs }) => (attrs.start === 1 ? ['ol', 0] : ['ol', { start: attrs.start }, 0]),
    },
    list_item: { content: 'paragraph block*', defining: true, parseDOM: [{ tag: 'li' }], toDOM: () => ITEM },
    text: { group: 'inline' },
    hard_break: {
      inline: true,
      group: 'inline',
      selectable: false,
      linebreakReplacement: true,
      parseDOM: [{ tag: 'br' }],
      toDOM: () => ['br'],
    },
  },
  marks: {
    link: {
      attrs: { href: { validate: 'string' } },
      inclusive: false,
      parseDOM: [
        {
          tag: 'a[href]',
          getAttrs: (link) => {
            const href = link.getAttribute('href') ?? '';
            return ADDRESS.test(href) ? { href } : false;
          },
        },
      ],
      toDOM: ({ attrs }) => ['a', { href: attrs.href }, 0],
    },
    em: {
      parseDOM: [{ tag: 'i' }, { tag: 'em' }, { tag: '[data-style]', consuming: false, getAttrs: styled(ITALIC) }],
      toDOM: () => ['em', 0],
    },
    strong: {
      parseDOM: [
        { tag: 'strong' },
        // Some programs put whole pastes into a bold that says of itself that it is none.
        { tag: 'b', getAttrs: (bold) => !/font-weight:\s*normal/i.test(bold.dataset.style ?? '') && null },
        { tag: '[data-style]', consuming: false, getAttrs: styled(BOLD) },
      ],
      toDOM: () => ['strong', 0],
    },
  },
});
