import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { tellProblem } from '../app/toasts.ts';
import { Skeleton } from './Skeleton.tsx';

/** A component whose code is fetched only when it is shown. */
export function Later({ load }: { load: () => Promise<FunctionComponent> }) {
  const [loaded, setLoaded] = useState<{ component: FunctionComponent }>();
  useEffect(() => {
    let here = true;
    load().then((component) => here && setLoaded({ component }), tellProblem);
    return () => {
      here = false;
    };
  }, [load]);
  if (loaded === undefined) return <Skeleton lines={6} />;
  const Component = loaded.component;
  return <Component />;
}
