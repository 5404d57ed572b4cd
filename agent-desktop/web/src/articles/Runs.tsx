import type { TextRun } from '../api/articles.ts';

/** A text in which what was searched for is marked. */
export function Runs({ runs }: { runs: readonly TextRun[] }) {
  return <>{runs.map((run, at) => (run.hit ? <mark key={at}>{run.text}</mark> : <span key={at}>{run.text}</span>))}</>;
}
