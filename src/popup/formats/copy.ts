import type { Part } from '../../engine/types.ts';
import { language, t } from '../../locales/t.ts';
import type { Report } from '../../messages.ts';
import { dateText, plainName, webAddress } from '../format.ts';

/** An article on its way out of the browser: itself and its source, nothing else of the page. */
export interface Copy {
  readonly headline: string | null;
  readonly byline: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  /** The same in the reader's language. */
  readonly date: string | null;
  readonly language: string;
  readonly dir: 'ltr' | 'rtl';
  /** Where it comes from; where that is unknown, the page. Always a web address. */
  readonly source: URL | null;
  /** The page it was copied from. */
  readonly page: URL | null;
  /** What names the source: "Original: …", in the reader's language. */
  readonly sourceLine: string | null;
  readonly parts: readonly Part[];
}

/** What is copied, saved and printed. */
export function copyOf({ article, original, url }: Report, parts: readonly Part[]): Copy {
  const source = webAddress(original?.url);
  const page = webAddress(url);
  const named = source ?? page;
  return {
    headline: article?.headline?.trim() || null,
    byline: article?.byline ? plainName(article.byline) : null,
    publisher: article?.publisher ? plainName(article.publisher) : null,
    published: article?.published ?? null,
    date: article?.published ? dateText(article.published, language()) : null,
    language: article?.language ?? 'und',
    dir: article?.dir ?? 'ltr',
    source: named,
    page,
    sourceLine: named && t(source ? 'popup_original_line' : 'popup_page_line', named.href),
    parts,
  };
}

/** Longest name of a file, without its ending, in characters. */
const LONGEST = 80;

/** The headline as the name of a file that every system takes. */
export function fileName({ headline, page }: Copy, ending: string): string {
  const plain = (headline ?? page?.hostname ?? '')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\\/:*?"<>|#%&{}$!'`@+=]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const short = [...plain]
    .slice(0, LONGEST)
    .join('')
    .replace(/^[. ]+|[. ]+$/g, '');
  return `${short || 'article'}.${ending}`;
}
