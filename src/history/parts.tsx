/** Small pieces that several sections are made of. */
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { t } from '../locales/t.ts';
import type { Lead } from '../memory/copies.ts';
import { useUniqueId } from '../unique-id.ts';
import type { ReadingHistory } from './reading-history.ts';

export function Section({ title, children }: { title: string; children: ComponentChildren }) {
  const id = useUniqueId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

/** A name in a sentence of any direction keeps its own, and leaves the sentence's alone: U+2068 and U+2069. */
export const isolated = (name: string): string => `\u2068${name}\u2069`;

/** What a copy led to: what a page says of itself stands in quotation marks. */
export const leadName = ({ name, isClaimed }: Pick<Lead, 'name' | 'isClaimed'>): string =>
  isClaimed ? t('quoted', isolated(name)) : isolated(name);

/** Forgets from a list. What goes takes its button along, so the keyboard goes on from the next one in the list. */
export function useForget<E extends HTMLElement>(past: ReadingHistory) {
  const list = useRef<E>(null);
  const buttons = () => [...(list.current?.querySelectorAll('button') ?? [])];
  async function forget(ids: readonly number[], button: HTMLButtonElement): Promise<void> {
    const at = buttons().indexOf(button);
    await past.forget(ids);
    const left = buttons();
    if (!button.isConnected) (left[Math.min(at, left.length - 1)] ?? document.querySelector('button'))?.focus();
  }
  return { list, forget };
}
