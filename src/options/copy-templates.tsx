import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { previewOf, sampleOf } from '../formats/preview.ts';
import { type Key, t } from '../locales/t.ts';
import {
  isTemplate,
  TEMPLATE_PLACES,
  TEMPLATE_SETS,
  type TemplatePlace,
  type TemplateSet,
} from '../settings/schema.ts';
import type { TemplateTexts } from '../templates/presets.ts';
import { ALLOWED, chosenTemplates, chosenTexts } from '../templates/templates.ts';
import { Choices, Group, type SectionProps } from './parts.tsx';
import { TemplateField } from './template-field.tsx';

const NAMES: Readonly<Record<TemplateSet, readonly [name: Key, note: Key]>> = {
  standard: ['templates_standard', 'templates_standard_note'],
  obsidian: ['templates_obsidian', 'templates_obsidian_note'],
  plain: ['templates_plain', 'templates_plain_note'],
  own: ['templates_own', 'templates_own_note'],
};

/** After the last key: writing is not interrupted, and what is written is kept. */
const KEEP_PAUSE_MS = 300;

/** Examples of formats. */
const DATES = ['{{date:YYYY-MM-DD HH:mm}}', '{{published:D MMMM YYYY}}'];

type Drafts = Partial<TemplateTexts>;

/** What copies and files look like: templates that come along, or the reader's own, and what they make of an article. */
export function CopyTemplates({ settings, save }: SectionProps) {
  const { templates: chosen, ownTemplates } = settings;
  /** What is written and not yet stored. */
  const [drafts, setDrafts] = useState<Drafts>({});
  const texts: TemplateTexts = { ...chosenTexts(settings), ...(chosen === 'own' && drafts) };
  const keep = useKeeping(drafts, (kept) =>
    save((now) => ({ ...now, ownTemplates: { ...now.ownTemplates, ...kept } })),
  );

  useEffect(() => {
    setDrafts((now) => {
      const open = Object.entries(now).filter(([place, text]) => ownTemplates[place as TemplatePlace] !== text);
      return open.length === Object.keys(now).length ? now : Object.fromEntries(open);
    });
  }, [ownTemplates, drafts]);

  /** Who begins templates of their own goes on from those that they had. */
  function choose(templates: TemplateSet): void {
    save((now) => {
      const begins = templates === 'own' && Object.keys(now.ownTemplates).length === 0;
      return { ...now, templates, ...(begins && { ownTemplates: chosenTexts(now) }) };
    });
  }

  return (
    <Group title={t('options_templates')} note={t('options_templates_note')}>
      <Choices
        name="templates"
        legend={t('templates_choice')}
        values={TEMPLATE_SETS}
        value={chosen}
        label={(set) => t(NAMES[set][0])}
        note={(set) => t(NAMES[set][1])}
        onChange={choose}
      />
      {chosen === 'own' && (
        <>
          {TEMPLATE_PLACES.map((place) => (
            <TemplateField
              key={place}
              place={place}
              text={texts[place]}
              onInput={(text) => setDrafts((now) => ({ ...now, [place]: text }))}
              onLeave={keep}
            />
          ))}
          <Variables />
        </>
      )}
      <Preview texts={texts} />
    </Group>
  );
}

/**
 * Has drafts kept soon after they change, and when the page is left.
 * @returns keeps them at once
 */
function useKeeping(drafts: Drafts, keep: (drafts: Drafts) => void): () => void {
  const now = useRef<() => void>(() => undefined);
  now.current = () => {
    const good = Object.entries(drafts).filter(([, text]) => isTemplate(text));
    if (good.length > 0) keep(Object.fromEntries(good));
  };
  useEffect(() => {
    const timer = setTimeout(() => now.current(), KEEP_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [drafts]);
  useEffect(() => {
    const leave = () => now.current();
    addEventListener('pagehide', leave);
    return () => removeEventListener('pagehide', leave);
  }, []);
  return () => now.current();
}

/** What can stand in a template, each with what it stands for in the made-up article. */
function Variables() {
  return (
    <details class="variables">
      <summary>{t('template_variables')}</summary>
      <dl>
        {[...ALLOWED.text.map((variable) => `{{${variable}}}`), ...DATES].map((blank) => (
          <div key={blank}>
            <dt>
              <code dir="ltr">{blank}</code>
            </dt>
            <dd>
              <bdi>{sampleOf(blank)}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** What a saved Markdown file would be. */
function Preview({ texts }: { texts: TemplateTexts }) {
  const { name, text } = useMemo(
    () => previewOf(chosenTemplates({ templates: 'own', ownTemplates: texts }).templates),
    [texts.fileName, texts.frontMatter, texts.text],
  );
  return (
    <figure class="preview">
      <figcaption>
        {t('template_preview')} <bdi>{name}</bdi>
      </figcaption>
      <pre>{text}</pre>
    </figure>
  );
}
