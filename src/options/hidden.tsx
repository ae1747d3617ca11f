import { HiddenSoFar } from './counts.tsx';
import { Kinds } from './kinds.tsx';
import type { SectionProps } from './parts.tsx';

/** What is hidden, and how much it has been. */
export function Hidden(props: SectionProps) {
  return (
    <>
      <Kinds {...props} />
      <HiddenSoFar {...props} />
    </>
  );
}
