import { baseKeymap, chainCommands, exitCode, lift, toggleMark, wrapIn } from 'prosemirror-commands';
import { redo, undo } from 'prosemirror-history';
import type { Mark, Node } from 'prosemirror-model';
import { Slice } from 'prosemirror-model';
import { liftListItem, sinkListItem, splitListItem, wrapInList } from 'prosemirror-schema-list';
import type { Command, EditorState } from 'prosemirror-state';
import { schema } from './schema.ts';

const { nodes, marks } = schema;

const breakLine: Command = (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break.create()).scrollIntoView());
  return true;
};

/** `Mod` is Ctrl, and on a Mac the command key. Tab leaves the text, as it does everywhere. */
export const KEYS: Record<string, Command> = {
  ...baseKeymap,
  'Mod-z': undo,
  'Mod-y': redo,
  'Mod-Shift-z': redo,
  'Mod-b': toggleMark(marks.strong),
  'Mod-i': toggleMark(marks.em),
  'Shift-Enter': chainCommands(exitCode, breakLine),
  Enter: chainCommands(splitListItem(nodes.list_item), baseKeymap.Enter as Command),
  'Mod-]': sinkListItem(nodes.list_item),
  'Mod-[': chainCommands(liftListItem(nodes.list_item), lift),
};

export type Tool = 'strong' | 'em' | 'bullet_list' | 'ordered_list' | 'blockquote' | 'undo' | 'redo';

export function commandOf(tool: Tool, state: EditorState): Command {
  switch (tool) {
    case 'strong':
    case 'em':
      return toggleMark(marks[tool]);
    case 'bullet_list':
    case 'ordered_list':
      return isIn(state, tool) ? liftListItem(nodes.list_item) : wrapInList(nodes[tool]);
    case 'blockquote':
      return isIn(state, tool) ? lift : wrapIn(nodes.blockquote);
    case 'undo':
      return undo;
    case 'redo':
      return redo;
  }
}

/** Whether what is selected has it already. */
export function isIn(state: EditorState, tool: Tool): boolean {
  const { from, to, empty, $from } = state.selection;
  if (tool === 'undo' || tool === 'redo') return false;
  if (tool === 'strong' || tool === 'em') {
    const mark = marks[tool];
    return empty
      ? mark.isInSet(state.storedMarks ?? $from.marks()) !== undefined
      : state.doc.rangeHasMark(from, to, mark);
  }
  for (let depth = $from.depth; depth > 0; depth--) if ($from.node(depth).type === nodes[tool]) return true;
  return false;
}

/** The link that the cursor is in. */
export function linkAt(state: EditorState): Mark | undefined {
  return marks.link.isInSet(state.selection.$from.marks());
}

/** Over what is selected, or where nothing is, its own address as a word. An empty one takes the link away. */
export function linkTo(href: string): Command {
  return (state, dispatch) => {
    const { from, to, empty } = state.selection;
    const { tr } = state;
    if (href === '') tr.removeMark(from, to, marks.link);
    else if (empty) tr.replaceSelectionWith(schema.text(href, [marks.link.create({ href })]), false);
    else tr.addMark(from, to, marks.link.create({ href }));
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}

/** In the place of so many characters before the cursor, and of what is selected. */
export function putText(state: EditorState, back: number, content: Node) {
  const { from, to } = state.selection;
  const open = (node: Node | null) => (node?.isTextblock ? 1 : 0);
  const slice = new Slice(content.content, open(content.firstChild), open(content.lastChild));
  return state.tr.replaceRange(from - back, to, slice).scrollIntoView();
}
