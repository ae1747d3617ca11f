import { useEffect, useState } from 'preact/hooks';

/** The sections, as addresses name them: `options.html#sites`. */
export const SECTION_IDS = [
  'general',
  'sites',
  'hidden',
  'corrections',
  'history',
  'appearance',
  'backup',
  'about',
] as const;
export type SectionId = (typeof SECTION_IDS)[number];

const sectionOf = (hash: string): SectionId => SECTION_IDS.find((id) => `#${id}` === hash) ?? 'general';

/** The section that the address names. Nothing else remembers it. */
export function useSectionId(): SectionId {
  const [id, setId] = useState(sectionOf(location.hash));
  useEffect(() => {
    const follow = () => setId(sectionOf(location.hash));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return id;
}
