// What Maven calls: `install`, `build` or `test`, each skipped when nothing it depends on changed since its last success.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

const LOCK = ['package.json', 'package-lock.json', '.npmrc'];
const BUILD = [
  ...LOCK,
  'tsconfig.json',
  'vite.config.ts',
  'index.html',
  'contact.html',
  'try-mail.html',
  'build',
  'public',
  'src',
];
const steps = {
  install: { needs: LOCK, makes: 'node_modules', npm: ['ci'] },
  build: { needs: BUILD, makes: 'dist', npm: ['run', 'build'] },
  test: { needs: [...BUILD, 'test', 'biome.json'], makes: 'node_modules', npm: ['test'] },
};

const name = process.argv[2];
const step = steps[name];
const stamp = `node_modules/.ahoy/${name}`;
const fingerprint = fingerprintOf(step.needs);
if (existsSync(step.makes) && existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint) {
  console.log(`web ${name}: up to date`);
} else {
  rmSync(stamp, { force: true });
  const run = spawnSync('npm', step.npm, { stdio: 'inherit' });
  if (run.error)
    console.error(`web ${name}: npm could not be started (${run.error.message}); install Node.js 20.19 or newer`);
  if (run.status !== 0) process.exit(run.status ?? 1);
  mkdirSync('node_modules/.ahoy', { recursive: true });
  writeFileSync(stamp, fingerprint);
}

function fingerprintOf(paths) {
  const hash = createHash('sha256').update(process.version);
  for (const file of paths.flatMap(filesUnder)) {
    hash.update(`\0${file}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

function filesUnder(path) {
  if (!existsSync(path)) return [];
  try {
    return readdirSync(path)
      .sort()
      .flatMap((child) => filesUnder(`${path}/${child}`));
  } catch {
    return [path];
  }
}
