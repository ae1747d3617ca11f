/** How long a page's main thread is kept by one task, from Chromium's own trace. */
import type { Page } from 'puppeteer-core';
import type { Target } from '../../scripts/paths.ts';

const CATEGORIES = ['devtools.timeline', 'v8', 'disabled-by-default-devtools.timeline'];

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds. */
  readonly ts: number;
  readonly dur?: number;
  /** The same, without the time in which the thread did not run. */
  readonly tdur?: number;
  readonly args?: unknown;
}

/** Milliseconds of processor time. */
export interface MainThreadTasks {
  /** The longest task. */
  readonly longest: number;
  /** The most that scripts of an extension take of one task. */
  readonly ours: number;
}

/**
 * Runs `act` and measures the tasks of the threads on which the page's scripts run.
 * @returns `null` in Firefox, which has no such trace
 */
export async function tasksOf(page: Page, target: Target, act: () => Promise<void>): Promise<MainThreadTasks | null> {
  if (target === 'firefox') {
    await act();
    return null;
  }
  await page.tracing.start({ categories: CATEGORIES });
  let trace: Uint8Array | undefined;
  try {
    await act();
  } finally {
    trace = await page.tracing.stop();
  }
  const { traceEvents } = JSON.parse(Buffer.from(trace ?? []).toString()) as { traceEvents: TraceEvent[] };
  return measure(traceEvents);
}

const isOurs = ({ name, args }: TraceEvent) =>
  /^(?:v8\.compile|v8\.run|EvaluateScript|FunctionCall)$/.test(name) &&
  /(?:watcher|cleaner|reading|corrected)\.js/.test(JSON.stringify(args ?? {}));

function measure(events: readonly TraceEvent[]): MainThreadTasks {
  const ours = events.filter(isOurs);
  // Where pages are parsed, their scripts run, too.
  const threads = new Set(events.filter(({ name }) => name === 'ParseHTML').map(({ pid, tid }) => `${pid}.${tid}`));
  const isThere = ({ pid, tid }: TraceEvent) => threads.has(`${pid}.${tid}`);
  const tasks = events.filter((event) => event.name === 'RunTask' && isThere(event));
  let [longest, most] = [0, 0];
  for (const task of tasks) {
    longest = Math.max(longest, task.tdur ?? 0);
    most = Math.max(most, timeWithin(task, ours));
  }
  return { longest: longest / 1000, ours: most / 1000 };
}

/** Processor time of the events in a task that are not inside another one. */
function timeWithin({ ts, dur = 0, pid, tid }: TraceEvent, events: readonly TraceEvent[]): number {
  let [sum, end] = [0, 0];
  for (const event of events.toSorted((a, b) => a.ts - b.ts)) {
    const isInside = event.pid === pid && event.tid === tid && event.ts >= ts && event.ts < ts + dur;
    if (!isInside || event.ts < end) continue;
    sum += event.tdur ?? event.dur ?? 0;
    end = event.ts + (event.dur ?? 0);
  }
  return sum;
}
