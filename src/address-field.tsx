/** A field for an address that a person types or pastes, on any page of ours. */
interface AddressFieldProps {
  readonly name: string;
  readonly label: string;
  readonly placeholder?: string;
  readonly typed: string;
  readonly isBad: boolean;
  /** The `id`s of what is said about it. */
  readonly describedBy: string;
  readonly onType: (typed: string) => void;
  /** What was typed stands. */
  readonly onChange?: () => void;
}

export const AddressField = ({
  name,
  label,
  placeholder,
  typed,
  isBad,
  describedBy,
  onType,
  onChange,
}: AddressFieldProps) => (
  <label class="field">
    <span>{label}</span>
    <input
      type="text"
      name={name}
      inputMode="url"
      dir="ltr"
      autocomplete="off"
      autocapitalize="off"
      spellcheck={false}
      placeholder={placeholder}
      value={typed}
      aria-invalid={isBad}
      aria-describedby={describedBy}
      onInput={({ currentTarget }) => onType(currentTarget.value)}
      onChange={onChange}
    />
  </label>
);
