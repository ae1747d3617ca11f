/** Site: a hostname without a leading `www.`. A setting on `example.com` covers its subdomains. */

/** As `URL.hostname` writes it: lower case, international names in their ASCII form, IPv6 in brackets, no port. */
export type Site = string;

const LABELS = /^[a-z0-9_-]{1,63}(\.[a-z0-9_-]{1,63})*$/;
const IPV6 = /^\[[0-9a-f:.]+\]$/;

/** A host name made of numbers is an IPv4 address once `URL` has read it. */
const IPV4 = /^\d+(\.\d+){3}$/;

/** Whether a Site is an IP address, which has no subdomains. */
export function isAddress(site: Site): boolean {
  return IPV6.test(site) || IPV4.test(site);
}

/** `null` when it is no address. (`URL.parse` is younger than the oldest Node this runs in.) */
export function toUrl(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}

/** The host that settings are looked up by: a final dot names the same host. `null` off the web (`file:`, …). */
export function hostOf(url: string): string | null {
  const parsed = toUrl(url);
  if (parsed?.protocol !== 'https:' && parsed?.protocol !== 'http:') return null;
  return parsed.hostname.replace(/\.$/, '') || null;
}

function siteOfHost(host: string): Site | null {
  if (IPV6.test(host)) return host;
  if (host.length > 253 || !LABELS.test(host)) return null;
  // `www.com` is a name of its own. Every leading `www.` goes, so that a Site never has another Site's name.
  return host.replace(/^(www\.)+(?=[^.]+\.)/, '');
}

/** The Site of a Page's address. `null` where there is none: not http or https, or no proper host. */
export function siteOf(url: string): Site | null {
  const host = hostOf(url);
  return host === null ? null : siteOfHost(host);
}

/** The Site that a person means: an address, a host with or without port, path or `*.`. `null` when it is none. */
export function parseSite(typed: string): Site | null {
  const [, scheme = 'http', rest = ''] = /^(?:([^/?#]*):\/\/)?(?:\*\.)?(.*)$/.exec(typed.trim()) ?? [];
  return /^(https?|\*)$/i.test(scheme) ? siteOf(`http://${rest}`) : null;
}

/** Names that `URL` certainly leaves as they are. Asking it for each of thousands takes long. */
const PLAIN = /^(?!www\.)(?!.*xn--)(?:[a-z0-9_-]{1,63}\.)*[a-z][a-z0-9_-]{0,62}$/;

/** Whether a text is a Site in the one form that settings hold. */
export function isSite(text: string): boolean {
  return (text.length <= 253 && PLAIN.test(text)) || siteOf(`http://${text}`) === text;
}

/** The Site itself, then the Sites that cover it, nearest first. */
export function* covering(host: string): Generator<Site> {
  yield host;
  if (isAddress(host)) return;
  for (let dot = host.indexOf('.'); dot !== -1; dot = host.indexOf('.', dot + 1)) yield host.slice(dot + 1);
}
