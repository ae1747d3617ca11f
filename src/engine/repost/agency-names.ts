/**
 * News agencies, with the names that datelines and credits use. Case counts. The second column has the agency's own
 * hosts, or parts of them: there its stories are not copies.
 */
export const AGENCIES: readonly (readonly [names: string, host: string])[] = [
  [
    'Thomson Reuters|Reuters|رويترز|رویترز|רויטרס|Рейтер|Рейтерз|路透社|路透|ロイター|ロイター通信|로이터|로이터통신|로이터 통신|रॉयटर्स|रायटर',
    'reuters',
  ],
  [
    'The Associated Press|Associated Press|AP|أسوشيتد برس|ا ف ب|אי-פי|美联社|美聯社|AP通信|AP통신|AP 통신',
    'apnews|ap.org',
  ],
  [
    'Agence France-Presse|Agence France Presse|AFP|أ ف ب|أف ب|أ فب|أفب|فرانس برس|法新社|AFP通信|AFP=時事|АФП|एएफपी',
    'afp',
  ],
  ['Deutsche Presse-Agentur|dpa|dpa-AFX|DPA|د ب أ|德新社', 'dpa'],
  ['Agencia EFE|EFE|Efe|Europa Press|埃菲社', 'efe|europapress'],
  ['ANSA|Ansa|Adnkronos|LaPresse|AGI|Askanews', 'ansa|adnkronos|lapresse|agi.it|askanews'],
  ['Agência Lusa|Lusa|Agência Brasil|Estadão Conteúdo|Folhapress|Agência O Globo', 'lusa|agenciabrasil|estadao|folha'],
  ['Télam|Notimex|Prensa Latina|Colprensa|Agencia Reforma', 'telam|notimex|prensa-latina'],
  ['ТАСС|TASS|РИА Новости|RIA Novosti|Интерфакс|Interfax|塔斯社|俄新社|ТАСС.', 'tass|ria.ru|interfax'],
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
  ['共同通信|共同通信社|共同|時事通信|時事通信社|時事|Kyodo|Kyodo News|Jiji|Jiji Press|共同社', 'kyodo|jiji|nordot'],
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
    'PA Media|Press Association|PA|UPI|AAP|The Canadian Press|Canadian Press|CP|CNW|Bloomberg|Bloomberg News|Tribune News Service|Tribune Content Agency|New York Times News Service|Washington Post News Service|Inter Press Service|IPS|KFF Health News|The Conversation|StatePoint|CNN Newsource|CNN Wire|NewsNation',
    'pamedia|pa.media|upi|aap|canadianpress|bloomberg|tribune|ipsnews|kffhealth|theconversation|statepoint|cnn',
  ],
];
