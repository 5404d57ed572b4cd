import { useEffect, useState } from 'preact/hooks';
import type { AnswerTexts } from '../api/mail.ts';
import { tellProblem } from '../app/toasts.ts';
import { Skeleton } from '../parts/Skeleton.tsx';
import { PlainBody } from './PlainBody.tsx';
import { loadRich } from './rich/load.ts';
import type { Writing } from './writing.ts';

interface Properties {
  interaction: string;
  writing: Writing;
  texts: AnswerTexts;
}

/** The text, plain or with formatting. */
export function Body({ interaction, writing, texts }: Properties) {
  const { text, html } = writing;
  const [rich, setRich] = useState<Awaited<ReturnType<typeof loadRich>>>();
  const wanted = html !== undefined;
  useEffect(() => {
    if (!wanted) return;
    let here = true;
    loadRich().then((loaded) => here && setRich(loaded), tellProblem);
    return () => {
      here = false;
    };
  }, [wanted]);
  if (html === undefined) return <PlainBody interaction={interaction} text={text} texts={texts} />;
  if (rich === undefined) return <Skeleton lines={6} />;
  return <rich.RichBody interaction={interaction} html={html} texts={texts} />;
}
