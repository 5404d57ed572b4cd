import type { Key } from '../text/text.ts';

interface KeyMapEntry {
  keys: readonly string[];
  text: Key;
}

/** What `?` shows. */
export const KEY_MAP: readonly { title: Key; entries: readonly KeyMapEntry[] }[] = [
  {
    title: 'keys.offer',
    entries: [
      { keys: ['Enter'], text: 'keys.accept' },
      { keys: ['Esc'], text: 'keys.decline' },
    ],
  },
  {
    title: 'keys.contact',
    entries: [
      { keys: ['M'], text: 'keys.mute' },
      { keys: ['H'], text: 'keys.hold' },
      { keys: ['T'], text: 'keys.transfer' },
      { keys: ['K'], text: 'keys.dial' },
      { keys: ['Shift', 'X'], text: 'keys.end' },
      { keys: ['N'], text: 'keys.note' },
      { keys: ['I'], text: 'keys.somebodyElse' },
      { keys: ['Shift', 'S'], text: 'keys.newCase' },
    ],
  },
  {
    title: 'keys.mail',
    entries: [
      { keys: ['R'], text: 'keys.mailReply' },
      { keys: ['Shift', 'R'], text: 'keys.mailReplyAll' },
      { keys: ['Shift', 'F'], text: 'keys.mailForward' },
      { keys: ['Ctrl', 'Enter'], text: 'keys.mailSend' },
      { keys: ['Shift', 'M'], text: 'keys.mailSplit' },
      { keys: ['Shift', 'J'], text: 'keys.mailJoin' },
      { keys: ['Shift', 'X'], text: 'keys.mailDone' },
    ],
  },
  {
    title: 'keys.pulled',
    entries: [
      { keys: ['J', 'K', '↑', '↓'], text: 'keys.pulledMove' },
      { keys: ['Enter'], text: 'keys.pulledTake' },
      { keys: ['Shift', 'P'], text: 'keys.pulledOldest' },
    ],
  },
  {
    title: 'keys.wrapUp',
    entries: [
      { keys: ['E'], text: 'keys.extend' },
      { keys: ['Ctrl', 'Enter'], text: 'keys.done' },
    ],
  },
  {
    title: 'keys.record',
    entries: [
      { keys: ['E'], text: 'keys.edit' },
      { keys: ['N'], text: 'keys.writeNote' },
      { keys: ['Ctrl', 'Enter'], text: 'keys.save' },
      { keys: ['↑', '↓'], text: 'keys.rows' },
      { keys: ['Alt', '↑', '↓'], text: 'keys.ruleMove' },
    ],
  },
  {
    title: 'keys.case',
    entries: [
      { keys: ['1', '…', '9'], text: 'keys.caseNext' },
      { keys: ['Shift', 'T'], text: 'keys.caseTake' },
      { keys: ['Shift', 'A'], text: 'keys.caseAnswered' },
    ],
  },
  {
    title: 'keys.article',
    entries: [
      { keys: ['F'], text: 'keys.articleSearch' },
      { keys: ['Esc'], text: 'keys.closeArticle' },
    ],
  },
  {
    title: 'keys.everywhere',
    entries: [
      { keys: ['R'], text: 'keys.ready' },
      { keys: ['B'], text: 'keys.state' },
      { keys: ['L'], text: 'keys.list' },
      { keys: ['W'], text: 'keys.work' },
      { keys: ['P'], text: 'keys.pulledList' },
      { keys: ['C'], text: 'keys.customers' },
      { keys: ['O'], text: 'keys.organisations' },
      { keys: ['S'], text: 'keys.cases' },
      { keys: ['A'], text: 'keys.articles' },
      { keys: ['/'], text: 'keys.search' },
      { keys: ['U'], text: 'keys.undo' },
      { keys: ['Esc'], text: 'keys.leaveField' },
      { keys: ['?'], text: 'keys.help' },
    ],
  },
];
