// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import { type Here, setHere } from '../../src/content/here.ts';

test('a page that has been parsed and is about to be looked at is not looked at for its corrections before', async () => {
  let readyState: DocumentReadyState = 'loading';
  vi.spyOn(Document.prototype, 'readyState', 'get').mockImplementation(() => readyState);
  let answer = (_: unknown[]) => {};
  let listener: (message: object, sender: object, reply: () => void) => void = () => {};
  const sendMessage = () => new Promise((resolve) => (answer = resolve));
  const addListener = (added: typeof listener) => (listener = added);
  vi.stubGlobal('browser', { runtime: { id: 'us', sendMessage, onMessage: { addListener } } });
  const corrected = vi.fn();
  setHere({ cleaner: { corrected } } as unknown as Here);
  await import('../../src/content/corrected.ts');
  const told = { type: 'rules', rules: [] };
  const settled = () => new Promise((resolve) => setTimeout(resolve));

  readyState = 'interactive';
  answer([]);
  await settled();
  expect(corrected).not.toHaveBeenCalled();
  // Whoever changed a rule waits to hear of it.
  listener(told, { id: 'us' }, () => {});
  expect(corrected).toHaveBeenCalledTimes(1);

  document.dispatchEvent(new Event('DOMContentLoaded', { bubbles: true }));
  window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  answer([]);
  await settled();
  expect(corrected).toHaveBeenCalledTimes(2);
});
