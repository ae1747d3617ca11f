/** Small pieces that several sections are made of. */
import type { ComponentChildren } from 'preact';
import { word } from '../locales/t.ts';
import { MODES, type Mode, type Settings } from '../settings/schema.ts';
import { useUniqueId } from '../unique-id.ts';

export interface SectionProps {
  readonly settings: Settings;
  /** Changes the settings. Whether that worked; when not, the page says so. */
  readonly save: (change: (settings: Settings) => Settings) => Promise<boolean>;
}

interface GroupParts {
  readonly title: string;
  readonly note?: string;
  readonly children: ComponentChildren;
}

/** Settings of a section that belong together. */
export function Group({ title, note, children }: GroupParts) {
  const id = useUniqueId();
  return (
    <section class="group" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {note && <p class="note">{note}</p>}
      {children}
    </section>
  );
}

interface CheckProps {
  readonly name: string;
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

export function Check({ name, label, checked, onChange }: CheckProps) {
  return (
    <label class="check">
      <input type="checkbox" name={name} checked={checked} onChange={() => onChange(!checked)} />
      <span>{label}</span>
    </label>
  );
}

interface ChoicesProps<T extends string> {
  readonly name: string;
  readonly legend: string;
  readonly values: readonly T[];
  readonly value: T;
  readonly label: (value: T) => string;
  readonly note?: (value: T) => string;
  readonly onChange: (value: T) => void;
}

/** One of a few values: all of them are seen. */
export function Choices<T extends string>({ name, legend, values, value, label, note, onChange }: ChoicesProps<T>) {
  const id = useUniqueId();
  return (
    <fieldset class={note ? 'choices explained' : 'choices'}>
      <legend>{legend}</legend>
      {values.map((each) => (
        <label class="check" key={each}>
          <input
            type="radio"
            name={name}
            value={each}
            checked={each === value}
            aria-describedby={note && `${id}-${each}`}
            onChange={() => onChange(each)}
          />
          <span>
            <span class="name">{label(each)}</span>
            {note && (
              <span class="note" id={`${id}-${each}`}>
                {note(each)}
              </span>
            )}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

export const modeName = (mode: Mode): string => word('mode', mode) ?? mode;

interface ModeSelectProps {
  readonly id?: string;
  readonly name: string;
  /** Where no label element stands beside it. */
  readonly label?: string;
  readonly value: Mode;
  readonly onChange: (mode: Mode) => void;
}

export function ModeSelect({ id, name, label, value, onChange }: ModeSelectProps) {
  return (
    <select
      id={id}
      name={name}
      aria-label={label}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value as Mode)}
    >
      {MODES.map((mode) => (
        <option key={mode} value={mode} selected={mode === value}>
          {modeName(mode)}
        </option>
      ))}
    </select>
  );
}
