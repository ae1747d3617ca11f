import { hashOf, printedSet } from '../fingerprint.ts';

/**
 * A set of registered names, from their hashes as printed.ts has them. Cheaper than a pattern of alternatives, which
 * costs its first use more than most pages have to give.
 */
export function domains(printed: string) {
  const names = printedSet(printed);
  /** This very name is one of them. */
  const hasExactly = (name: string): boolean => names.has(hashOf(name));
  /** The host itself, or what remains of it after some dot, is one of them. */
  function has(host: string): boolean {
    const labels = host.split('.');
    return labels.some((_, i) => hasExactly(labels.slice(i).join('.')));
  }
  return { has, hasExactly };
}
