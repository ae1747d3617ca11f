/**
 * Whether two hosts have the same owner. Decided from their names, without the public suffix list: it would be larger
 * than the whole engine.
 */
import { listed } from '../listed.ts';
import { memoize } from '../memoize.ts';
import { domains } from './domains.ts';
import { COMMON, PLATFORMS, SECOND_LEVELS, SOCIAL } from './hosts.ts';

const platforms = domains(PLATFORMS);
const social = domains(SOCIAL);
const secondLevels = domains(SECOND_LEVELS);
const common = domains(COMMON);
const BLOGSPOT = /(?:^|\.)blogspot\.(?:com|[a-z]{2}|com?\.[a-z]{2})$/;

/** Labels that nobody registers: in `www.news.de` the site is `news.de`, although `news` is a second level elsewhere. */
const NEVER_REGISTERED = /^(?:www\d?|m|amp|mobile)$/;
const IP = /^(?:\d{1,3}(?:\.\d{1,3}){3}|\[[\da-f:.]+\])$/;

/** Lower case, without the dot at the end. International names are in their ASCII form, as `URL` gives them. */
export const normalizeHost = (host: string) => host.toLowerCase().replace(/\.$/, '');

/** The part of a host that somebody registered (eTLD+1): `bbc.co.uk`, `a.blogspot.com`. Ports do not count. */
export const siteOwner = memoize((host: string): string => {
  const name = normalizeHost(host);
  if (IP.test(name)) return name;
  const labels = name.split('.');
  const blog = labels.indexOf('blogspot');
  // The same blog has an address under each country.
  if (blog > 0 && BLOGSPOT.test(name)) return `${labels[blog - 1]}.blogspot.com`;
  for (let keep = 2; keep <= 3 && keep < labels.length; keep++)
    if (platforms.hasExactly(labels.slice(-keep).join('.'))) return labels.slice(-keep - 1).join('.');
  const isCountry = (labels.at(-1) ?? '').length === 2;
  const hasSecondLevel =
    labels.length > 2 &&
    isCountry &&
    secondLevels.hasExactly(labels.at(-2) ?? '') &&
    !NEVER_REGISTERED.test(labels.at(-3) ?? '');
  return labels.slice(hasSecondLevel ? -3 : -2).join('.');
});

/** Top levels under which a brand has its national or sister sites. */
const SISTER_TOP_LEVELS = /^(?:com|net|org|eu|info|news|media|tv|press|online|(?:[a-z]{2,4}\.)?[a-z]{2})$/;

/** The label before the top level: `bbc`. Empty where it does not identify a brand. */
function brandOf(site: string): string {
  const [brand = '', ...top] = site.split('.');
  const isBrand = brand.length > 1 && !common.hasExactly(brand) && SISTER_TOP_LEVELS.test(top.join('.'));
  return isBrand && !IP.test(site) && !BLOGSPOT.test(site) && !platforms.hasExactly(top.join('.')) ? brand : '';
}

/** Offices of one government publish each other's notices. */
const GOVERNMENT = /\.(?:(?:gov|govt|gob|gouv|gub|go|mil)\.[a-z]{2}|gov|mil)$/;

/** Two hosts have the same owner: subdomains of one site, or country domains of one brand. Ports do not count. */
export function isSameOrganization(a: string, b: string): boolean {
  // Asked of most pages' own address: then no list is read.
  if (a === b || a === `www.${b}` || b === `www.${a}`) return true;
  const [one, two] = [siteOwner(a), siteOwner(b)];
  if (one === two) return true;
  // Few hosts begin or end alike: of the others nothing more is asked.
  if (two.startsWith(one.slice(0, one.indexOf('.') + 1))) {
    const brand = brandOf(one);
    if (brand !== '' && brand === brandOf(two)) return true;
  }
  return one.endsWith(two.slice(-MIN_ENDING)) && isOfOneGovernment(one, two);
}

const MIN_ENDING = '.gov'.length;

function isOfOneGovernment(a: string, b: string): boolean {
  const government = GOVERNMENT.exec(`.${a}`)?.[0];
  return government !== undefined && government === GOVERNMENT.exec(`.${b}`)?.[0];
}

/** A site's name as an account may have it: few platforms allow what a host may have. */
export const withoutHyphens = (label: string): string => label.replaceAll('-', '');

/** The site's name in its host, as an account may have it: "tallowherald" of `news.tallow-herald.co.uk`. */
export const accountName = (host: string): string => withoutHyphens(siteOwner(host).split('.')[0] ?? '');

/** Sites with a domain in every country. */
const WORLDWIDE = listed('google amazon');
const MAX_TOP_LEVEL_CHARS = 6;

function isWorldwide(host: string): boolean {
  const labels = host.split('.');
  const brand = labels.findIndex(WORLDWIDE.has);
  const top = labels.slice(brand + 1).join('.');
  return brand >= 0 && top !== '' && top.length <= MAX_TOP_LEVEL_CHARS;
}

export const isSocialHost = memoize(
  (host: string) => social.has(normalizeHost(host)) || isWorldwide(normalizeHost(host)),
);
