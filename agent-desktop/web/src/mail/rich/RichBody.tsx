import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { history } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import type { Node } from 'prosemirror-model';
import { type Command, EditorState, TextSelection } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import type { AnswerTexts } from '../../api/mail.ts';
import { t } from '../../text/text.ts';
import { BodyTools } from '../BodyTools.tsx';
import { CannedList } from '../CannedList.tsx';
import { openEditor } from '../insert.ts';
import { type Surface, useCanned } from '../useCanned.ts';
import { change, writings } from '../writing.ts';
import { KEYS, linkAt, linkTo, putText } from './commands.ts';
import { fromHtml, toHtml, withoutStyles } from './html.ts';
import { LinkForm } from './LinkForm.tsx';
import { writesAs } from './load.ts';
import { fromText, losesFormatting, toText } from './plain.ts';
import { RichTools } from './RichTools.tsx';
import { signatureAt } from './signing.ts';
import { ToPlain } from './ToPlain.tsx';

interface Properties {
  interaction: string;
  html: string;
  texts: AnswerTexts;
}

/** The answer with formatting. */
export function RichBody({ interaction, html, texts }: Properties) {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | undefined>(undefined);
  const told = useRef(html);
  const [state, setState] = useState<EditorState>();
  const [linking, setLinking] = useState(false);
  const list = useId();
  const surface = surfaceOf(view);
  const choice = useCanned(texts.canned, surface);
  // The view is made once, and asks for what is true now.
  const now = useRef({ choice, setLinking });
  now.current = { choice, setLinking };
  useEffect(() => {
    const made = new EditorView(place.current, {
      state: stateOf(fromHtml(html)),
      attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': t('mail.text'), dir: 'auto' },
      transformPastedHTML: withoutStyles,
      handleKeyDown: (_, event) =>
        now.current.choice.onKey(event) || asksForLink(event, () => now.current.setLinking(true)),
      handleDOMEvents: {
        // Sending is the page's; the editor would keep the key to itself.
        keydown: (_, event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey),
        blur: () => {
          now.current.choice.close();
        },
      },
      dispatchTransaction: (transaction) => {
        made.updateState(made.state.apply(transaction));
        if (transaction.docChanged) {
          told.current = toHtml(made.state.doc);
          change(interaction, { html: told.current, text: toText(made.state.doc) });
        }
        setState(made.state);
        now.current.choice.look();
      },
    });
    view.current = made;
    setState(made.state);
    made.focus();
    made.dom.closest('form')?.scrollIntoView({ block: 'nearest' });
    const takeAway = offerInsertion(interaction, surfaceOf(view));
    return () => {
      takeAway();
      view.current = undefined;
      made.destroy();
    };
  }, [interaction]);
  useEffect(() => {
    // Another draft took its place. Not what this page was drawn with: whoever types is ahead of that.
    const kept = writings.peek()[interaction]?.html;
    if (view.current === undefined || kept === undefined || kept === told.current) return;
    told.current = kept;
    view.current.updateState(stateOf(fromHtml(kept)));
    setState(view.current.state);
  }, [html]);
  const open = choice.found.length > 0;
  useEffect(() => {
    const dom = view.current?.dom;
    if (open) dom?.setAttribute('aria-activedescendant', `${list}-${choice.at}`);
    else dom?.removeAttribute('aria-activedescendant');
  }, [open, choice.at]);
  const run = (command: Command) => {
    if (view.current === undefined) return;
    command(view.current.state, view.current.dispatch);
    view.current.focus();
  };
  const sign = (signature: string) => {
    const before = view.current?.state;
    if (before === undefined) return;
    const there = signatureAt(
      before.doc,
      texts.signatures.map(({ text }) => text),
    );
    if (there === undefined) {
      if (signature !== '') surface.put(0, `\n\n${signature}\n`);
    } else {
      const put = signature === '' ? [] : fromText(signature).content;
      view.current?.dispatch(before.tr.replaceWith(there.from, there.to, put));
    }
    surface.focus();
  };
  return (
    <div class="mail-body">
      <BodyTools texts={texts} choice={choice} onSignature={sign}>
        <ToPlain
          loses={() => view.current !== undefined && losesFormatting(view.current.state.doc)}
          onPlain={() => {
            writesAs.value = 'plain';
            change(interaction, { html: undefined });
          }}
        />
      </BodyTools>
      {state && <RichTools state={state} run={run} onLink={() => setLinking(true)} />}
      {linking && state && (
        <LinkForm
          href={linkAt(state)?.attrs.href ?? ''}
          onDone={(href) => {
            setLinking(false);
            run(linkTo(href));
          }}
          onCancel={() => {
            setLinking(false);
            surface.focus();
          }}
        />
      )}
      <div ref={place} class="mail-rich" data-testid="mail-rich" />
      <CannedList id={list} choice={choice} />
    </div>
  );
}

function stateOf(doc: Node): EditorState {
  return EditorState.create({
    doc,
    selection: TextSelection.atStart(doc),
    plugins: [history(), keymap(KEYS)],
  });
}

function asksForLink(event: KeyboardEvent, ask: () => void): boolean {
  if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.isComposing) return false;
  event.preventDefault();
  ask();
  return true;
}

function surfaceOf(view: { current: EditorView | undefined }): Surface {
  return {
    before: () => {
      const at = view.current?.state.selection.$from;
      return at?.parent.textBetween(0, at.parentOffset, undefined, '\n') ?? '';
    },
    put: (back, inserted) => {
      const now = view.current;
      now?.dispatch(putText(now.state, back, fromText(inserted)));
    },
    focus: () => view.current?.focus(),
  };
}

function offerInsertion(interaction: string, { put, focus }: Surface): () => void {
  const offered = {
    interaction,
    insert: (inserted: string) => {
      put(0, inserted);
      focus();
    },
  };
  openEditor.value = offered;
  return () => {
    if (openEditor.peek() === offered) openEditor.value = undefined;
  };
}
