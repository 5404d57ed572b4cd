import { defineConfig } from 'vitest/config';
import { initialSizeLimit } from './build/initialSize.ts';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [initialSizeLimit(150_000)],
  build: {
    target: 'es2023',
    cssTarget: ['chrome123', 'firefox121', 'safari17.5'],
    // Inlined assets would be data: addresses, which the Content-Security-Policy refuses.
    assetsInlineLimit: 0,
    rolldownOptions: { input: ['index.html', 'contact.html', 'try-mail.html'] },
  },
  server: { proxy: { '/api': { target: 'http://127.0.0.1:8080', ws: true } } },
  test: { include: ['test/**/*.test.ts'] },
});
