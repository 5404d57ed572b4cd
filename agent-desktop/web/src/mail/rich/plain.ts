import type { Node } from 'prosemirror-model';
import { schema } from './schema.ts';

/** Between plain text and formatting, both ways; what has no formatting comes back as it was. */

const { doc, paragraph, blockquote, hard_break } = schema.nodes;

/** Blank lines part paragraphs, and `>` begins what is quoted. */
export function fromText(text: string): Node {
  return doc.create(null, blocksOf(text.replace(/\r\n?/g, '\n').split('\n')));
}

function blocksOf(lines: readonly string[]): Node[] {
  const blocks: Node[] = [];
  let at = 0;
  let blank = 0;
  while (at < lines.length) {
    const line = lines[at] ?? '';
    if (line === '') {
      blank++;
      at++;
      continue;
    }
    const quoted = line.startsWith('>');
    const end = endOf(lines, at, quoted);
    const taken = lines.slice(at, end);
    // One blank line parts two paragraphs; every two further ones, or two at the beginning, are a place to write in.
    const places = Math.floor((blocks.length === 0 ? blank : blank - 1) / 2);
    blocks.push(...Array.from({ length: Math.max(0, places) }, () => paragraph.create()));
    blocks.push(quoted ? blockquote.create(null, blocksOf(taken.map(unquoted))) : paragraphOf(taken));
    blank = 0;
    at = end;
  }
  return blocks.length === 0 ? [paragraph.create()] : blocks;
}

function endOf(lines: readonly string[], from: number, quoted: boolean): number {
  let end = from + 1;
  while (end < lines.length && lines[end] !== '' && lines[end]?.startsWith('>') === quoted) end++;
  return end;
}

const unquoted = (line: string): string => line.replace(/^> ?/, '');

function paragraphOf(lines: readonly string[]): Node {
  const content = lines.flatMap((line, at) => [
    ...(at === 0 ? [] : [hard_break.create()]),
    ...(line === '' ? [] : [schema.text(line)]),
  ]);
  return paragraph.create(null, content);
}

export function toText(node: Node): string {
  return `${linesOf(node).join('\n').replace(/\s+$/, '')}\n`;
}

function linesOf(parent: Node): string[] {
  const lines: string[] = [];
  parent.forEach((block, _, index) => {
    const before = index === 0 ? undefined : parent.child(index - 1);
    if (before !== undefined && !isTold(before, block) && parent.type !== schema.nodes.list_item) lines.push('');
    lines.push(...ofBlock(block));
  });
  return lines;
}

/** `Ruth wrote:` stands right above what she wrote. */
function isTold(before: Node, block: Node): boolean {
  return block.type === blockquote && /[:：]\s*$/.test(before.textContent);
}

function ofBlock(block: Node): string[] {
  switch (block.type.name) {
    case 'blockquote':
      return linesOf(block).map((line) => (line === '' || line.startsWith('>') ? `>${line}` : `> ${line}`));
    case 'bullet_list':
      return itemsOf(block, () => '- ');
    case 'ordered_list':
      return itemsOf(block, (index) => `${block.attrs.start + index}. `);
    default:
      return inlineOf(block).split('\n');
  }
}

function itemsOf(list: Node, mark: (index: number) => string): string[] {
  const lines: string[] = [];
  list.forEach((item, _, index) => {
    const begin = mark(index);
    linesOf(item).forEach((line, at) => {
      lines.push((at === 0 ? begin : ' '.repeat(begin.length)) + line);
    });
  });
  return lines;
}

function inlineOf(block: Node): string {
  let text = '';
  block.forEach((child, _, index) => {
    if (child.type === hard_break) {
      text += '\n';
      return;
    }
    text += child.text ?? '';
    const link = child.marks.find((mark) => mark.type === schema.marks.link);
    const following = index + 1 < block.childCount ? block.child(index + 1) : undefined;
    const goesOn = link !== undefined && following?.marks.some((mark) => mark.eq(link));
    if (link !== undefined && !goesOn && !saysItself(child.text ?? '', link.attrs.href))
      text += ` <${link.attrs.href}>`;
  });
  return text;
}

const saysItself = (text: string, href: string): boolean => href.replace(/^(mailto|tel):/i, '') === text;

/** Whether there is anything that plain text cannot say. */
export function losesFormatting(node: Node): boolean {
  let loses = false;
  node.descendants((child) => {
    const list = child.type === schema.nodes.bullet_list || child.type === schema.nodes.ordered_list;
    const plainLink = child.marks.every(
      (mark) => mark.type === schema.marks.link && saysItself(child.text ?? '', mark.attrs.href),
    );
    loses ||= list || !plainLink;
    return !loses;
  });
  return loses;
}
