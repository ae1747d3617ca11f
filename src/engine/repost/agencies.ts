/**
 * News agencies and what they are called in datelines and credits. Short forms count only in capitals. The second
 * column is a part of the agency's own hosts: there its stories are its own.
 */
const AGENCIES: readonly (readonly [names: string, host: string])[] = [
  [
    'Thomson Reuters|Reuters|رويترز|رویترز|רויטרס|Рейтер|Рейтерз|路透社|路透|ロイター(?:通信)?|로이터(?: ?통신)?|रॉयटर्स|रायटर',
    'reuters',
  ],
  ['The Associated Press|Associated Press|AP|أسوشيتد برس|ا ف ب|אי-פי|美联社|美聯社|AP通信|AP ?통신', 'apnews|ap.org'],
  ['Agence France-Presse|Agence France Presse|AFP|أ ?ف ?ب|فرانس برس|法新社|AFP通信|AFP=時事|АФП|एएफपी', 'afp'],
  ['Deutsche Presse-Agentur|dpa(?:-AFX)?|DPA|د ب أ|德新社', 'dpa'],
  ['Agencia EFE|EFE|Efe|Europa Press|埃菲社', 'efe|europapress'],
  ['ANSA|Ansa|Adnkronos|LaPresse|AGI|Askanews', 'ansa|adnkronos|lapresse|agi.it|askanews'],
  ['Agência Lusa|Lusa|Agência Brasil|Estadão Conteúdo|Folhapress|Agência O Globo', 'lusa|agenciabrasil|estadao|folha'],
  ['Télam|Notimex|Prensa Latina|Colprensa|Agencia Reforma', 'telam|notimex|prensa-latina'],
  ['ТАСС|TASS|РИА Новости|RIA Novosti|Интерфакс|Interfax|塔斯社|俄新社|ТАСС\\.?', 'tass|ria.ru|interfax'],
  ['Укрінформ|Ukrinform|УНІАН|Інтерфакс-Україна|Українські Новини', 'ukrinform|unian|interfax'],
  [
    'Polska Agencja Prasowa|PAP|Belga|ANP|Ritzau|TT|NTB|STT|BNS|ČTK|CTK|MTI|Tanjug|HINA|Hina|AGERPRES|Agerpres|BTA|BELTA|БелТА|APA|Keystone-SDA|Keystone-ATS|SDA|ATS',
    'pap.pl|belga|anp|ritzau|ntb|stt.fi|ctk|mti|tanjug|hina|agerpres|bta|belta|apa.at|keystone',
  ],
  [
    'Anadolu Ajansı|Anadolu Agency|Anadolu|AA|الأناضول|DHA|Demirören Haber Ajansı|İHA|IHA|İhlas Haber Ajansı|ANKA',
    'aa.com|dha|iha|anka',
  ],
  ['新华社|新華社|Xinhua|中新社|中国新闻社|中央社|شينخوا|شینهوا|新华网', 'xinhua|news.cn|chinanews|cna'],
  ['共同通信(?:社)?|共同|時事通信(?:社)?|時事|Kyodo(?: News)?|Jiji(?: Press)?|共同社', 'kyodo|jiji|nordot'],
  ['연합뉴스|Yonhap|뉴시스|뉴스1|韩联社|聯合ニュース', 'yna|yonhap|newsis|news1'],
  [
    'Press Trust of India|PTI|ANI|IANS|UNI|पीटीआई|पीटीआई-भाषा|भाषा|एएनआई|आईएएनएस|यूएनआई|वार्ता',
    'ptinews|aninews|ians|uniindia',
  ],
  ['ANTARA|Antara|Bernama|VNA|Thai News Agency|PNA', 'antara|bernama|vietnamplus|pna.gov'],
  ['ایرنا|ایسنا|مهر|خبرگزاری مهر|خبرگزاری فارس|فارس|تسنیم|IRNA|ISNA|Mehr News', 'irna|isna|mehr|fars|tasnim'],
  [
    'وكالة الأنباء السعودية|واس|وام|بترا|سانا|قنا|كونا|وفا|أ ش أ|WAM|SPA|KUNA|MENA|Petra',
    'spa.gov|wam|petra|sana|qna|kuna|wafa|mena',
  ],
  [
    'PA Media|Press Association|PA|UPI|AAP|The Canadian Press|Canadian Press|CP|CNW|Bloomberg(?: News)?|Tribune News Service|Tribune Content Agency|New York Times News Service|Washington Post News Service|Inter Press Service|IPS|KFF Health News|The Conversation|StatePoint|CNN Newsource|CNN Wire|NewsNation',
    'pamedia|pa.media|upi|aap|canadianpress|bloomberg|tribune|ipsnews|kffhealth|theconversation|statepoint|cnn',
  ],
];

/** An agency's name as it stands in a text. */
export interface Mention {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** Each name once, as the start of a word. Longer names first: some begin with others. */
const ANY = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${AGENCIES.flatMap(([names]) => names.split('|'))
    .sort((a, b) => b.length - a.length)
    .join('|')})`,
  'gu',
);
/** A Latin or Cyrillic name may not go on. */
const GOES_ON = /^[\p{Lu}\p{Ll}\p{Nd}]/u;
const ALPHABETIC = /[\p{Lu}\p{Ll}]$/u;

/** Agencies that a text names. */
export function agenciesIn(text: string): Mention[] {
  return [...text.matchAll(ANY)]
    .map((match) => ({
      name: match[0],
      before: text.slice(0, match.index),
      after: text.slice(match.index + match[0].length),
    }))
    .filter(({ name, after }) => !(ALPHABETIC.test(name) && GOES_ON.test(after)));
}

/** The whole text is an agency's name, as in a byline. */
export const isAgency = (text: string): boolean =>
  text.length < 60 && agenciesIn(text.trim()).some(({ before, after }) => before === '' && after.length < 25);

/** The host is the agency's own. */
export function isAgencysOwn(name: string, host: string): boolean {
  const labels = host.split('.');
  const row = AGENCIES.find(([names]) => new RegExp(`^(?:${names})$`, 'u').test(name));
  const hosts = row?.[1].split('|') ?? [];
  return hosts.some((own) => (own.includes('.') ? `.${host}`.endsWith(`.${own}`) : labels.includes(own)));
}
