import { useEffect, useRef, useState } from 'preact/hooks';
import { type ArticleFilter, type ArticleHit, articles } from '../api/articles.ts';
import { wordsFor } from '../app/toasts.ts';
import { latest } from '../find/finding.ts';
import { language } from '../text/text.ts';

const ASK_AFTER_MS = 150;

export type Searching =
  | { is: 'nothingAsked' }
  | { is: 'found'; text: string; narrowed: boolean; hits: readonly ArticleHit[] }
  | { is: 'failed'; problem: string };

interface Question {
  text: string;
  filter: ArticleFilter;
  limit: number;
}

/**
 * What is found for a text while it is typed; one Chinese character is a word already.
 *
 * @returns `finish` tells the server, for the report of what nobody finds, that the search is over: something was opened, Enter pressed,
 *   or the search left. Each text counts once.
 */
export function useArticleSearch(text: string, filter: ArticleFilter, limit: number) {
  const [searching, setSearching] = useState<Searching>({ is: 'nothingAsked' });
  const [again, setAgain] = useState(0);
  const ask = useRef(latest(find));
  const now = useRef(searching);
  now.current = searching;
  const told = useRef('');
  const wanted = text.trim();
  const finish = () => {
    const found = now.current;
    // Where a filter hides what there is, nobody has to write it.
    if (found.is !== 'found' || found.narrowed || found.text === told.current) return;
    told.current = found.text;
    // Only a report misses it.
    articles.searched(found.text, language.peek(), found.hits.length).catch(() => undefined);
  };
  useEffect(() => {
    if (wanted === '') {
      finish();
      setSearching({ is: 'nothingAsked' });
      return;
    }
    let here = true;
    const timer = setTimeout(async () => {
      // A space at the end says that the last word is whole.
      const found = await ask.current({ text: text.trimStart(), filter, limit }).catch(failed);
      if (here && found) setSearching(found);
    }, ASK_AFTER_MS);
    return () => {
      here = false;
      clearTimeout(timer);
    };
  }, [text.trimStart(), JSON.stringify(filter), language.value, again]);
  useEffect(() => finish, []);
  return { searching, finish, again: () => setAgain(again + 1) };
}

async function find({ text, filter, limit }: Question): Promise<Searching> {
  const page = await articles.search(text, language.peek(), filter, limit);
  return { is: 'found', text: text.trim(), narrowed: Object.keys(filter).length > 0, hits: page.items };
}

function failed(error: unknown): Searching {
  return { is: 'failed', problem: wordsFor(error) };
}
