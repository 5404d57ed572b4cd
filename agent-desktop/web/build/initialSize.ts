import { gzipSync } from 'node:zlib';
import type { Plugin, Rolldown } from 'vite';

/** Fails the build when a page's first JavaScript, gzipped, grows over the limit. Lazy parts do not count. */
export function initialSizeLimit(bytesMax: number): Plugin {
  return {
    name: 'initial-size-limit',
    apply: 'build',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
      for (const entry of chunks.filter((chunk) => chunk.isEntry)) {
        const bytes = [...reachable(entry, byName)].reduce((sum, chunk) => sum + gzipSync(chunk.code).length, 0);
        if (bytes > bytesMax) {
          this.error(`${entry.name}: ${bytes} bytes of initial JavaScript gzipped, at most ${bytesMax} are allowed`);
        }
        this.info(`${entry.name}: ${bytes} bytes of initial JavaScript gzipped`);
      }
    },
  };
}

function reachable(
  chunk: Rolldown.OutputChunk,
  byName: Map<string, Rolldown.OutputChunk>,
  seen = new Set<Rolldown.OutputChunk>(),
): Set<Rolldown.OutputChunk> {
  if (seen.has(chunk)) return seen;
  seen.add(chunk);
  for (const name of chunk.imports) {
    const next = byName.get(name);
    if (next) reachable(next, byName, seen);
  }
  return seen;
}
