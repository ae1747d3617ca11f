/** Small pieces that several sections are made of. */
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { useUniqueId } from '../unique.ts';
import type { Past } from './past.ts';

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

/** Forgets from a list. What goes takes its button along, so the keyboard goes on from the next one in the list. */
export function useForget<E extends HTMLElement>(past: Past) {
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
