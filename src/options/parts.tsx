/** Small pieces that several sections are made of. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { word } from '../locales/t.ts';
import { MODES, type Mode, type Settings } from '../settings/schema.ts';

export interface SectionProps {
  readonly settings: Settings;
}

export function Section({ title, note, children }: { title: string; note?: string; children: ComponentChildren }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
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
          {word('mode', mode) ?? mode}
        </option>
      ))}
    </select>
  );
}
