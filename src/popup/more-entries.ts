import { t } from '../locales/t.ts';
import type { FooterProps } from './footer.tsx';
import type { MenuEntry } from './menu.tsx';

/** What is seldom wanted, as far as it does something here. */
export function moreEntries({ view, session, unfold, report: tell }: FooterProps): readonly MenuEntry[] {
  const { state, report, keys } = view;
  const { correcting } = session;
  const article = state.is === 'article' ? state.report : null;
  const isCleaned = article?.cleaning === 'cleaned' && article.pieces.length > 0;
  const canPoint = report !== null && correcting !== null;
  const canJudge = article !== null && !correcting?.hasSaid('copy', 'not-copy');
  const canName = article !== null && article.verdict.kind !== 'none' && !correcting?.hasSaid('original');
  const hideLabel = t(report && report.hidden > 0 ? 'menu_hide' : 'popup_hide_something');
  const entries: readonly (readonly [isUseful: boolean, entry: MenuEntry])[] = [
    [
      isCleaned,
      { name: 'restore', label: t('menu_restore'), keys: keys['toggle-clean'], act: () => session.tell('pause') },
    ],
    [canPoint, { name: 'hide', label: hideLabel, keys: keys['hide-this'], act: () => correcting?.pick('hide') }],
    [canPoint, { name: 'choose-article', label: t('popup_choose_article'), act: () => correcting?.pick('article') }],
    [canJudge, { name: 'wrong-verdict', label: t('popup_wrong_verdict'), act: () => unfold('verdict') }],
    [canName, { name: 'wrong-original', label: t('popup_other_original'), act: () => unfold('original') }],
    [report !== null, { name: 'report', label: t('popup_report'), act: tell }],
    [true, { name: 'history', label: t('history_title'), act: () => session.history() }],
    [true, { name: 'options', label: t('popup_options'), act: () => session.options() }],
  ];
  return entries.filter(([isUseful]) => isUseful).map(([, entry]) => entry);
}
