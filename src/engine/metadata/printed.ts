/** Names as fingerprints. The build puts what this module exports in its place. */
import { printNames } from '../fingerprint.ts';

/** What nobody is called who wrote anything. */
const nobodies =
  'root|author|editor|editors|webmaster|test|guest|anonymous|unknown|none|null|undefined|no author|staff|redaktion|redaction|rédaction|redacción|redação|редакция|админ|администратор|مدير|المحرر|管理员|管理員|管理者|編集部';

export const NOBODIES = printNames(nobodies.split('|'));
