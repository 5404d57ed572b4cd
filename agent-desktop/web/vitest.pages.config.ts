import { defineConfig } from 'vitest/config';

/** Pages in a real browser before a made-up server: pictures to look at, and axe-core. */
export default defineConfig({
  test: {
    include: [
      'test/pages/look.ts',
      'test/pages/flows.ts',
      'test/pages/articleFlows.ts',
      'test/pages/caseFlows.ts',
      'test/pages/mailFlows.ts',
      'test/pages/pulledFlows.ts',
      'test/pages/reportFlows.ts',
      'test/pages/rulesFlows.ts',
    ],
    fileParallelism: false,
  },
});
