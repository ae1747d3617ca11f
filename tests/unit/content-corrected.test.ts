// @vitest-environment jsdom
// @vitest-environment-options {"url": "https://copies.example/2026/boats-return/"}
import { expect, test, vi } from 'vitest';
import { type RunningScript, setRunningScript } from '../../src/content/running.ts';
import type { TabState } from '../../src/messages.ts';
import { ARTICLE, cleanerOn, SETTINGS } from './content-page.ts';

const RULES: TabState['rules'] = [{ site: 'copies.example', page: null, verb: 'not-copy' }];

test('a page that has been parsed and is about to be analyzed is not analyzed for its corrections before', async () => {
  let readyState: DocumentReadyState = 'loading';
  vi.spyOn(Document.prototype, 'readyState', 'get').mockImplementation(() => readyState);
  let answer = (_: TabState) => {};
  const sendMessage = () => new Promise((resolve) => (answer = resolve));
  vi.stubGlobal('browser', { runtime: { id: 'ours', sendMessage } });
  const { cleaner, hiding } = cleanerOn(ARTICLE);
  setRunningScript({ cleaner, hiding } as unknown as RunningScript);
  await import('../../src/content/corrected.ts');

  readyState = 'interactive';
  answer({ ...SETTINGS, rules: RULES });
  await new Promise((done) => setTimeout(done));
  expect(cleaner.analysis).toBeNull();
  cleaner.pageParsed();
  expect(cleaner.analysis?.verdict).toMatchObject({ kind: 'none', fromUser: true });
  cleaner.stop();
});
