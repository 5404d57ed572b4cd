import type { Command, EditorState } from 'prosemirror-state';
import { Icon, type IconName } from '../../parts/Icon.tsx';
import { type Key, t } from '../../text/text.ts';
import { commandOf, isIn, linkAt, type Tool } from './commands.ts';

const TOOLS: readonly { tool: Tool; icon: IconName; text: Key; keys?: string }[] = [
  { tool: 'strong', icon: 'bold', text: 'mail.tool.strong', keys: 'Ctrl+B' },
  { tool: 'em', icon: 'italic', text: 'mail.tool.em', keys: 'Ctrl+I' },
  { tool: 'bullet_list', icon: 'list', text: 'mail.tool.bullets' },
  { tool: 'ordered_list', icon: 'numbered', text: 'mail.tool.numbers' },
  { tool: 'blockquote', icon: 'quoted', text: 'mail.tool.quote' },
  { tool: 'undo', icon: 'undo', text: 'mail.tool.undo', keys: 'Ctrl+Z' },
  { tool: 'redo', icon: 'redo', text: 'mail.tool.redo', keys: 'Ctrl+Y' },
];

interface Properties {
  state: EditorState;
  run: (command: Command) => void;
  onLink: () => void;
}

/** Formatting, for who uses the mouse; each has its key where programs for writing agree on one. */
export function RichTools({ state, run, onLink }: Properties) {
  return (
    <div class="mail-format" role="toolbar" aria-label={t('mail.tools')}>
      {TOOLS.map(({ tool, icon, text, keys }) => (
        <button
          key={tool}
          type="button"
          class="quiet square small"
          aria-label={t(text)}
          title={keys === undefined ? t(text) : `${t(text)} (${keys})`}
          {...(tool === 'undo' || tool === 'redo' ? {} : { 'aria-pressed': isIn(state, tool) })}
          disabled={!commandOf(tool, state)(state)}
          data-testid={`mail-tool-${tool}`}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => run(commandOf(tool, state))}
        >
          <Icon name={icon} />
        </button>
      ))}
      <button
        type="button"
        class="quiet square small"
        aria-label={t('mail.tool.link')}
        title={`${t('mail.tool.link')} (Ctrl+K)`}
        aria-pressed={linkAt(state) !== undefined}
        data-testid="mail-tool-link"
        onMouseDown={(event) => event.preventDefault()}
        onClick={onLink}
      >
        <Icon name="link" />
      </button>
    </div>
  );
}
