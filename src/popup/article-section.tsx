import type { ComponentChild } from 'preact';
import { dateText, plainName } from '../formats/fit-to-show.ts';
import { language, plural, t } from '../locales/t.ts';
import type { ArticleReport } from './state.ts';

/** What it is: headline, publisher, byline, date, reading time. */
export function ArticleSection({ report: { article } }: { report: ArticleReport }) {
  const date = article.published && dateText(article.published, language());
  const facts: ComponentChild[] = [
    article.publisher && <bdi>{plainName(article.publisher)}</bdi>,
    article.byline && article.byline !== article.publisher && <bdi>{plainName(article.byline)}</bdi>,
    date && <time dateTime={article.published ?? undefined}>{date}</time>,
    article.readingMinutes > 0 && plural('popup_reading', article.readingMinutes),
  ].filter(Boolean);
  return (
    <section class="article">
      {article.headline ? (
        <h1 dir="auto" lang={article.language} title={article.headline}>
          {article.headline}
        </h1>
      ) : (
        <h1>{t('popup_no_headline')}</h1>
      )}
      {facts.length > 0 && (
        <ul class="facts">
          {facts.map((fact) => (
            <li>{fact}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
