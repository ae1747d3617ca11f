import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useUniqueId } from '../unique-id.ts';

export interface MenuEntry {
  readonly name: string;
  readonly label: string;
  /** The keys that do the same. */
  readonly keys?: string | undefined;
  readonly act: () => unknown;
}

interface MenuProps {
  readonly name: string;
  /** What its button is called, where that is not what it shows. */
  readonly label?: string;
  readonly button: ComponentChildren;
  readonly entries: readonly MenuEntry[];
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  /** Comes after the entries. */
  readonly children?: ComponentChildren;
}

const STOPS = 'button, input';

/** From the place in the list to the place that a key leads to. */
const STEPS: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (Math.max(at, 0) + count - 1) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** A button that shows what else can be done. Escape, and whatever happens beside it, closes it again. */
export function Menu({ name, label, button, entries, isOpen, onOpen, children }: MenuProps) {
  const id = useUniqueId();
  const root = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLUListElement>(null);
  /** An arrow key has opened it: the focus goes in. */
  const enters = useRef(false);

  useLayoutEffect(() => {
    if (!isOpen) return;
    if (enters.current) list.current?.querySelector<HTMLElement>(STOPS)?.focus();
    enters.current = false;
    const look = ({ target }: Event) => {
      if (!root.current?.contains(target as Node)) onOpen(false);
    };
    // A click does not move the focus in every browser.
    for (const type of ['pointerdown', 'focusin']) document.addEventListener(type, look);
    return () => {
      for (const type of ['pointerdown', 'focusin']) document.removeEventListener(type, look);
    };
  }, [isOpen, onOpen]);

  function close(): void {
    opener.current?.focus();
    onOpen(false);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const step = STEPS[event.key];
    if (event.key === 'Escape' && isOpen) close();
    else if (step && isOpen) {
      const stops = [...(list.current?.querySelectorAll<HTMLElement>(STOPS) ?? [])];
      stops[step(stops.indexOf(document.activeElement as HTMLElement), stops.length)]?.focus();
    } else if (event.key === 'ArrowDown') {
      enters.current = true;
      onOpen(true);
    } else return;
    // Escape would close the popup, an arrow would scroll it.
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys come from the buttons in it
    <div class="menu" ref={root} onKeyDown={onKeyDown}>
      <button
        type="button"
        name={name}
        class="quiet"
        ref={opener}
        aria-label={label}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => onOpen(!isOpen)}
      >
        {button}
      </button>
      <ul id={id} ref={list} hidden={!isOpen}>
        {entries.map(({ name, label, keys, act }) => (
          <li key={name}>
            <button
              type="button"
              name={name}
              class="row"
              onClick={() => {
                close();
                act();
              }}
            >
              {label}
              {keys && <kbd>{keys}</kbd>}
            </button>
          </li>
        ))}
        {children && <li>{children}</li>}
      </ul>
    </div>
  );
}
