import { signal } from '@preact/signals';
import type { Key } from '../text/text.ts';
import type { BrowserPhone } from './browserPhone.ts';
import { closeMicrophone, MicrophoneError, microphoneText, openMicrophone } from './microphone.ts';

const REGISTRATION_MAX_MS = 4_000;

export type Check = 'microphone' | 'registration';
export interface CheckResult {
  state: 'running' | 'good' | 'bad';
  /** What is wrong and what to do. */
  advice?: Key;
}

export const selfTestPassed = signal(false);
export const selfTest = signal<Record<Check, CheckResult>>({
  microphone: { state: 'running' },
  registration: { state: 'running' },
});

/** Whether a call could be answered here now. */
export async function runSelfTest(made: BrowserPhone): Promise<boolean> {
  selfTest.value = { microphone: { state: 'running' }, registration: { state: 'running' } };
  const results = await Promise.all([
    settle('microphone', tryMicrophone()),
    settle('registration', tryRegistration(made)),
  ]);
  selfTestPassed.value = results.every((result) => result.state === 'good');
  return selfTestPassed.value;
}

async function settle(check: Check, running: Promise<CheckResult>): Promise<CheckResult> {
  const result = await running;
  selfTest.value = { ...selfTest.value, [check]: result };
  return result;
}

async function tryMicrophone(): Promise<CheckResult> {
  try {
    closeMicrophone(await openMicrophone());
    return { state: 'good' };
  } catch (error) {
    return { state: 'bad', advice: microphoneText(error instanceof MicrophoneError ? error.problem : 'unknown') };
  }
}

function tryRegistration(made: BrowserPhone): Promise<CheckResult> {
  return new Promise((resolve) => {
    let stop = () => {};
    const done = (result: CheckResult) => {
      clearTimeout(timer);
      // Subscribing tells the present value at once, before there is anything to stop.
      queueMicrotask(() => stop());
      resolve(result);
    };
    const timer = setTimeout(() => done({ state: 'bad', advice: adviceFor(made) }), REGISTRATION_MAX_MS);
    stop = made.registration.subscribe((state) => {
      if (state === 'registered') done({ state: 'good' });
      if (state === 'otherTab') done({ state: 'bad', advice: 'phone.advice.otherTab' });
    });
  });
}

export function adviceFor(made: BrowserPhone): Key {
  const state = made.registration.peek();
  if (state === 'registered' || state === 'off') return 'phone.advice.connecting';
  return `phone.advice.${state}`;
}
