import { t } from '../locales/t.ts';
import type { Report } from '../messages.ts';
import { webAddress } from './format.ts';

/** What goes to the clipboard: the exported article under its headline, with the link to where it comes from. */
export function copyText(article: string, format: 'text' | 'markdown', report: Report): string {
  const headline = report.article?.headline ?? null;
  const parts = [article.trim()];
  if (headline && !article.slice(0, headline.length + 10).includes(headline)) {
    parts.unshift(format === 'markdown' ? `# ${headline}` : headline);
  }
  const original = webAddress(report.original?.url);
  const source = original ?? webAddress(report.url);
  if (source && !article.includes(source.href)) {
    const link = format === 'markdown' ? `<${source.href}>` : source.href;
    parts.push(t(original ? 'popup_original_line' : 'popup_page_line', link));
  }
  return `${parts.join('\n\n')}\n`;
}
