import { attribute } from '../dom.ts';

/** A longer text that names a sum is about something else too. Test: repost/edges.test.ts */
const MAX_OFFER_CHARS = 170;
const PRICE = /[$€£¥₹₽₩฿]\s?\d|\d\s?(?:[$€£¥₹₽₩฿]|(?:EUR|USD|GBP|руб|грн|zł|kr|Kč|Ft|lei|TL)(?!\p{L}))/u;

/** A line with a price: the link in it sells something. Fixture: repost/price-beside-link */
export const isOffer = (text: string): boolean => text.length <= MAX_OFFER_CHARS && PRICE.test(text);

/** The site is paid for the link. Test: repost/edges.test.ts */
export const isPaid = (link: Element): boolean => (attribute(link, 'rel') ?? '').toLowerCase().includes('sponsored');
