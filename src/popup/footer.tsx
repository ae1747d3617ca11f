import { useState } from 'preact/hooks';
import { t } from '../locales/t.ts';
import { Menu } from './menu.tsx';
import type { PopupView, Taking } from './model.ts';
import { moreEntries } from './more-entries.ts';
import type { PopupSectionProps, Unfolded } from './popup.tsx';

export interface FooterProps extends PopupSectionProps {
  readonly unfold: (what: Unfolded) => void;
  /** Shows a report to send. */
  readonly report: () => void;
}

/** Where the Site is on, and the page shows what it would lead to. */
const isCertainCopy = ({ mode, report }: PopupView) =>
  mode !== 'off' && report?.verdict.kind === 'repost' && report.original?.isCertain === true;

/** Says that what is selected is taken along, and lets the reader take the whole article instead. */
function Selected({ taking, session }: Pick<PopupSectionProps, 'session'> & { taking: Taking }) {
  if (taking === 'selection-only') return <p class="selected">{t('popup_selection')}</p>;
  if (taking !== 'selection' && taking !== 'article-instead') return null;
  const isTaken = taking === 'selection';
  return (
    <label class="selected">
      <input type="checkbox" name="selection" checked={isTaken} onChange={() => session.takeSelection(!isTaken)} />
      {t('popup_selection')}
    </label>
  );
}

/** What can be done with the article, and everything that is seldom wanted. Never scrolls away. */
export function Footer(props: FooterProps) {
  const { view, session } = props;
  const [open, setOpen] = useState<string | null>(null);
  const menu = (name: string) => ({
    name,
    isOpen: open === name,
    onOpen: (isOpen: boolean) => setOpen((now) => (isOpen ? name : now === name ? null : now)),
  });
  const { site, mode, taking } = view;
  return (
    <footer class="foot">
      <Selected taking={taking} session={session} />
      {taking !== 'nothing' && (
        <>
          <Menu
            {...menu('copy')}
            button={t('popup_copy_menu')}
            entries={[
              { name: 'copy-text', label: t('popup_copy_text'), act: () => session.copy('text') },
              { name: 'copy-markdown', label: t('popup_copy_markdown'), act: () => session.copy('markdown') },
              { name: 'copy-quote', label: t('popup_copy_quote'), act: () => session.copy('quote') },
            ]}
          />
          <Menu
            {...menu('save')}
            button={t('popup_save_menu')}
            entries={[
              { name: 'save-markdown', label: t('popup_save_markdown'), act: () => session.save('markdown') },
              { name: 'save-html', label: t('popup_save_html'), act: () => session.save('html') },
            ]}
          />
          <button type="button" name="print" class="quiet" onClick={() => session.print()}>
            {t('popup_print')}
          </button>
        </>
      )}
      <Menu {...menu('more')} button={t('popup_more_menu')} entries={moreEntries(props)}>
        {site && mode !== 'off' && (
          <label>
            <input
              type="checkbox"
              name="always"
              checked={mode === 'always'}
              onChange={() => session.setMode(mode === 'always' ? 'auto' : 'always')}
            />
            {t('popup_always')}
          </label>
        )}
        {site && (mode === 'original' || isCertainCopy(view)) && (
          <label>
            <input
              type="checkbox"
              name="to-original"
              checked={mode === 'original'}
              onChange={() => session.setMode(mode === 'original' ? 'auto' : 'original')}
            />
            {t('popup_to_original')}
          </label>
        )}
      </Menu>
    </footer>
  );
}
