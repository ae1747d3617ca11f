import type { SectionProps } from './parts.tsx';
import { Sync } from './sync.tsx';
import { Transfer } from './transfer.tsx';

/** The settings elsewhere: in a file, and on the reader's other devices. */
export function Backup(props: SectionProps) {
  return (
    <>
      <Transfer {...props} />
      <Sync {...props} />
    </>
  );
}
