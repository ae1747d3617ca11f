import { listed } from '../listed.ts';

/**
 * A list of host names.
 *
 * @param list the names, separated by white space
 */
export function domains(list: string) {
  const names = listed(list);
  /** The host or one of the domains above it is in the list. */
  function has(host: string): boolean {
    const labels = host.split('.');
    return labels.some((_, i) => names.has(labels.slice(i).join('.')));
  }
  return { has, hasExactly: names.has };
}
