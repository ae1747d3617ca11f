/**
 * The same house or another? Decided from host names and the page's own furniture, without the public suffix list:
 * it would be larger than the whole engine.
 */
import { remember } from '../remember.ts';
import { domains } from './domains.ts';
import { COMMON, PLATFORMS, SECOND_LEVELS, SHARED, SOCIAL } from './printed.ts';

const platforms = domains(PLATFORMS);
const shared = domains(SHARED);
const social = domains(SOCIAL);
const secondLevels = domains(SECOND_LEVELS);
const common = domains(COMMON);
const BLOGSPOT = /(?:^|\.)blogspot\.(?:com|[a-z]{2}|com?\.[a-z]{2})$/;

/** Nobody registers these under a second level: `news.de` is a house, and `www.news.de` its own. */
const NOBODY = /^(?:www\d?|m|amp|mobile)$/;
const IP = /^(?:\d{1,3}(?:\.\d{1,3}){3}|\[[\da-f:.]+\])$/;

/** Lower case, without the dot at the end. International names are in their ASCII form, as `URL` gives them. */
const plain = (host: string) => host.toLowerCase().replace(/\.$/, '');

/** The part of a host that somebody registered: `bbc.co.uk`, `a.blogspot.com`. Ports do not count. */
export const houseOf = remember((host: string): string => {
  const name = plain(host);
  if (IP.test(name)) return name;
  const labels = name.split('.');
  const blog = labels.indexOf('blogspot');
  // One blog has an address under each country.
  if (blog > 0 && BLOGSPOT.test(name)) return `${labels[blog - 1]}.blogspot.com`;
  for (let keep = 2; keep <= 3 && keep < labels.length; keep++)
    if (platforms.hasExactly(labels.slice(-keep).join('.'))) return labels.slice(-keep - 1).join('.');
  const country = (labels.at(-1) ?? '').length === 2;
  const deep =
    labels.length > 2 && country && secondLevels.hasExactly(labels.at(-2) ?? '') && !NOBODY.test(labels.at(-3) ?? '');
  return labels.slice(deep ? -3 : -2).join('.');
});

/** The top levels under which one brand has its national or sister sites. */
const NATIONAL = /^(?:com|net|org|eu|info|news|media|tv|press|online|(?:[a-z]{2,4}\.)?[a-z]{2})$/;

/** The label before the top level: `bbc`. Empty where it says nothing. */
function brandOf(house: string): string {
  const [brand = '', ...top] = house.split('.');
  const says = brand.length > 1 && !common.hasExactly(brand) && NATIONAL.test(top.join('.'));
  return says && !IP.test(house) && !BLOGSPOT.test(house) && !platforms.hasExactly(top.join('.')) ? brand : '';
}

/** Two hosts belong to one house: subdomains, or country domains of one brand. Ports do not count. */
export function sameHouse(a: string, b: string): boolean {
  const [one, two] = [houseOf(a), houseOf(b)];
  if (one === two) return true;
  const brand = brandOf(one);
  return brand !== '' && brand === brandOf(two);
}

/** A host that serves pictures or players for everybody. */
export const isSharedHost = (host: string): boolean => shared.has(plain(host));

/** Under the top level of every country. */
const WORLDWIDE = /(?:^|\.)(?:google|amazon)\.[a-z.]{2,6}$/;
export const isSocialHost = remember((host: string) => social.has(plain(host)) || WORLDWIDE.test(plain(host)));
