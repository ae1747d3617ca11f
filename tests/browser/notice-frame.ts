import type { Frame, Page } from 'puppeteer-core';
import { until } from './rig.ts';

/** The frame with the notice, and what it says. */
export const noticeOf = (page: Page) =>
  until(
    'there is a notice',
    async () => {
      for (const frame of page.frames().slice(1)) {
        const words = await frame.evaluate(() => document.querySelector('[role=status]')?.textContent).catch(() => '');
        if (words) return { frame, words };
      }
      return null;
    },
    (found) => found !== null,
  ) as Promise<{ frame: Frame; words: string }>;
