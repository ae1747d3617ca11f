import { wordsOf } from './words.ts';

/**
 * First words of a sentence that depends on the one before: pronouns, demonstratives and connectives of each interface
 * language, lower case, without what follows an apostrophe. In scripts without spaces the sentence must begin with one of
 * them; in the others they must be whole words.
 */
const DEPENDENT_OPENINGS: Record<string, string> = {
  en: `he, she, it, they, his, her, its, their, this, that, these, those, him, them, but, and, or, so, yet, nor, then,
    thus, however, instead, also, therefore, moreover, meanwhile, furthermore, nevertheless, nonetheless, besides,
    otherwise, hence, consequently, likewise, similarly, additionally, afterwards, neither, one of them, some of them,
    most of them, in addition, for example, for instance, as a result, in contrast, by contrast, on the other hand,
    after that, because of this, of course, still, even so, that said, such, both, others, another, here, indeed,
    in fact, in response, in turn, at the same time, until then, since then, by then, the latter, as such,
    despite this, despite that, either way, for this reason, for that reason, what's more, on top of that,
    all of them, both of them, many of them, none of them, who, which, the reason is, the reason was, the result is,
    the result was`,
  ar: `هو, هي, هم, هما, وهو, وهي, وهم, هذا, هذه, ذلك, تلك, هؤلاء, أولئك, وهذا, وهذه, وذلك, وتلك, لكن, ولكن, لكنه, لكنها,
    لكنهم, ولكنه, ولكنها, كما, ثم, بل, لذلك, ولذلك, لذا, وبذلك, وهكذا, ومع ذلك, مع ذلك, أيضا, أيضًا, وأضاف, وأضافت,
    وتابع, وتابعت, وأوضح أنه, وأكد أنه, إنه, إنها, وإنه, وإنها, بالإضافة إلى ذلك, وفي الوقت نفسه, على سبيل المثال,
    غير أن, إلا أن, إلا أنه, فيما, من جهة أخرى, من ناحية أخرى, في المقابل, في هذا السياق, وفي هذا السياق,
    علاوة على ذلك, نتيجة لذلك, بعد ذلك, وبعد ذلك, كذلك, وكذلك, هكذا, لهذا, ولهذا, بهذا, وبهذا, فهو, فهي, لأنه, لأنها,
    حينها, عندها, إذ, في حين, بينما`,
  es: `él, ella, ello, ellos, ellas, este, esta, esto, estos, estas, ese, esa, eso, esos, esas, aquel, aquella, aquello,
    su, sus, pero, y, e, o, sino, aunque, además, también, sin embargo, así, entonces, luego, después, por eso,
    por ello, por tanto, por lo tanto, no obstante, mientras tanto, en cambio, por otro lado, por ejemplo, asimismo,
    tampoco, ahí, allí, ambos, ambas, pues, porque, ni, es decir, de hecho, en consecuencia, al mismo tiempo, aun así,
    ahora bien, por otra parte, dicho, dicha, el motivo, la razón`,
  fr: `il, elle, ils, elles, ce, cela, ça, ceci, cet, cette, ces, celui, celle, ceux, celles, son, sa, ses, leur, leurs,
    mais, et, ou, or, donc, car, puis, ensuite, ainsi, alors, cependant, pourtant, toutefois, néanmoins, aussi, enfin,
    en effet, en outre, de plus, par ailleurs, par exemple, en revanche, c'est, c'était, c'étaient, c'en, lui, là, d'autre part, de même,
    au contraire, par conséquent, dès lors, en fait, d'ailleurs, tandis que, du coup, malgré cela, sinon, ni,
    tous deux, la raison, le motif`,
  de: `er, sie, es, ihr, ihre, ihren, ihrem, sein, seine, seinen, dieser, diese, dieses, diesen, diesem, das ist,
    das war, das sei, das hat, das sind, jener, jene, jenes, aber, und, oder, doch, denn, dann, danach, außerdem,
    auch, jedoch, dennoch, trotzdem, deshalb, daher, darum, daran, darauf, darin, dabei, dadurch, damit, davon, dafür,
    dagegen, dazu, dessen, deren, zudem, ferner, allerdings, so, somit, also, zugleich, gleichzeitig, dort,
    zum beispiel, darüber hinaus, beide, ihm, ihn, ihnen, ihres, ihrer, seinem, seiner, seines, dies, solche, solcher,
    solches, hier, indes, indessen, hingegen, stattdessen, einerseits, andererseits, anschließend, daraufhin,
    schließlich, unterdessen, inzwischen, wiederum, nun, hinzu kommt, im gegenzug,
    der grund, grund dafür, der anlass, anlass war`,
  pt: `ele, ela, eles, elas, este, esta, isto, estes, estas, esse, essa, isso, esses, essas, aquele, aquela, aquilo, seu,
    sua, seus, suas, mas, e, ou, porém, contudo, todavia, entretanto, no entanto, além disso, também, assim, então,
    depois, por isso, portanto, logo, por exemplo, lá, ali, nem, pois, porque, aliás, ou seja, com isso, por sua vez,
    em seguida, mesmo assim, ainda assim, por outro lado, ao mesmo tempo, ambos, ambas, o motivo, a razão`,
  ru: `он, она, оно, они, его, её, ее, их, это, этот, эта, эти, эту, этого, тот, такой, такая, такие, там, тогда, но, и,
    а, или, однако, также, тоже, поэтому, затем, потом, зато, при этом, кроме того, тем не менее, между тем, например,
    впрочем, так, ему, ей, им, те, такое, здесь, ведь, оба, обе, в связи с этим, с другой стороны, вместе с тем,
    в то же время, в результате, после этого, к тому же, более того, таким образом, тем временем`,
  zh: `他, 她, 它, 这, 那, 此, 但, 而, 然而, 不过, 因此, 所以, 同时, 此外, 另外, 并且, 于是, 接着, 随后, 其中, 对此, 例如, 后来, 後來, 這, 同時, 另一方面, 该, 該, 其, 而且,
    可是, 尽管如此, 儘管如此, 与此同时, 與此同時, 除此之外, 由此, 因而, 为此, 為此, 那么, 之后, 之後, 反之, 相反, 总之, 總之, 不過, 於是, 隨後, 對此`,
  ja: `彼, これ, それ, あれ, この, その, あの, ここ, そこ, しかし, だが, でも, そして, また, さらに, なお, ただ, だから, したがって, 一方, 例えば, たとえば, つまり, ところが, こうした,
    そうした, 同氏, 同社, 同市, 同県, 同日, そこで, すると, けれど, とはいえ, そんな, こんな, 加えて, むしろ, もっとも, ちなみに, それでも,
    きっかけは, 理由は, 原因は, 背景には`,
  hi: `वह, वे, यह, ये, उसने, उन्होंने, इन्होंने, उनके, उनकी, उनका, उसके, उसकी, उसका, इस, इसके, इसकी, इसका, इससे, इसमें,
    उस, इन, उन, लेकिन, मगर, परंतु, परन्तु, और, या, तो, फिर, हालांकि, हालाँकि, इसलिए, साथ ही, इसी, उसी, वहीं, जबकि,
    किंतु, किन्तु, इसने, इसे, उसे, इन्हें, उन्हें, इनके, इनका, इनकी, उनसे, यही, वही, तब, वहाँ, वहां, यहाँ, यहां,
    बाद में, दूसरी ओर, तथा, एवं, क्योंकि, बल्कि, अतः, दोनों`,
  tr: `o, onlar, bu, şu, bunlar, şunlar, onun, onların, bunun, buna, bunu, ama, fakat, ancak, ve, veya, ya da, ise,
    ayrıca, böylece, sonra, daha sonra, oysa, çünkü, yine de, üstelik, örneğin, öte yandan, burada, orada, kendisi,
    onu, ona, ondan, bundan, böyle, öyle, şöyle, bununla, aynı zamanda, ardından, dolayısıyla, hatta, zira, ne var ki,
    nitekim, sonuç olarak, ikisi`,
  id: `dia, ia, mereka, beliau, ini, itu, hal ini, hal itu, tetapi, tapi, namun, dan, atau, akan tetapi, selain itu,
    juga, karena itu, oleh karena itu, kemudian, lalu, sementara itu, meski begitu, meskipun demikian,
    dengan demikian, misalnya, sebaliknya, di sana, adapun, sedangkan, sehingga, bahkan, maka, padahal, setelah itu,
    sejak itu, saat itu, di sisi lain, pada saat yang sama, keduanya, hal tersebut, oleh sebab itu, akibatnya,
    meski demikian`,
  fa: `او, وی, آنها, آن‌ها, آنان, ایشان, این, آن, اما, ولی, و, یا, همچنین, سپس, بنابراین, با این حال, با این‌حال,
    از این رو, در عین حال, علاوه بر این, برای مثال, همین, لذا, پس از آن, پس از این, از سوی دیگر, در مقابل, در نتیجه,
    به همین دلیل, با وجود این, چنین, زیرا, چون, بلکه, این‌ها, اینها, آنجا, اینجا, در همین حال, به گفته او, به گفته وی`,
  he: `הוא, היא, הם, הן, זה, זאת, זו, אלה, אלו, אבל, אך, אולם, גם, לכן, לפיכך, כמו כן, עם זאת, בנוסף, לאחר מכן, אחר כך,
    למשל, כך, והוא, והיא, והם, ואולם, ואילו, ואז, אז, אותו, אותה, אותם, זהו, זוהי, שניהם, אלא, כי, כלומר, בינתיים,
    מאז, לעומת זאת, מצד שני, בעקבות זאת, בשל כך, בכך, על כן, יתר על כן, יתרה מכך`,
  it: `lui, lei, loro, egli, ella, esso, essa, essi, questo, questa, questi, queste, quello, quella, quelli, quelle, ciò,
    suo, sua, suoi, sue, ma, e, o, però, tuttavia, inoltre, anche, così, allora, poi, quindi, perciò, dunque, infatti,
    invece, per questo, per esempio, ad esempio, nel frattempo, lì, quest, quell, ed, né, oppure, eppure, intanto,
    infine, cioè, tale, tali, entrambi, entrambe, nonostante ciò, ciononostante, d'altra parte, d'altronde,
    allo stesso tempo, oltre a ciò, in seguito, il motivo, la ragione`,
  pl: `on, ona, ono, oni, one, jego, jej, ich, to, ten, ta, te, ci, tamten, ale, lecz, i, a, lub, albo, jednak, również,
    także, zatem, więc, potem, następnie, dlatego, ponadto, poza tym, natomiast, tymczasem, mimo to, na przykład, tam,
    tak, taki, taka, tego, tej, temu, tych, takie, oraz, czyli, bo, zaś, wtedy, tu, tutaj, później, z kolei,
    co więcej, z drugiej strony, w związku z tym, jednocześnie, oboje, obaj, obie`,
  uk: `він, вона, воно, вони, його, її, їх, їхній, це, цей, ця, ці, той, такий, така, такі, там, тоді, але, і, й, а, або,
    однак, проте, також, тож, тому, потім, зате, при цьому, крім того, тим не менш, тим часом, наприклад, отже, так,
    йому, їй, їм, ті, таке, тут, адже, обидва, обидві, у зв'язку з цим, з іншого боку, водночас, у результаті,
    після цього, до того ж, більше того, таким чином`,
  ko: `그, 그는, 그가, 그녀는, 그들은, 그의, 그녀의, 이, 이는, 이것은, 이들은, 이를, 이에, 저, 그러나, 하지만, 그리고, 또, 또한, 그래서, 따라서, 그런데, 그러면서, 이어, 한편, 이후,
    예를 들어, 게다가, 반면, 이런, 그런, 이러한, 그러자, 그들이, 그들의, 그녀가, 그것은, 이것이, 이로써, 이와, 이처럼, 이날, 그중, 그곳에서, 여기에, 다만, 때문에, 그래도, 그럼에도,
    아울러, 당시`,
};

/**
 * Where a sentence begins with time, place or condition, its subject may still be a pronoun: "Since Easter she …". First
 * words of the one, and the pronouns; those that often stand for nothing ("it rains") are left out.
 */
const STAGED: Record<string, readonly [firsts: string, pronouns: string]> = {
  en: [
    `in on at by after before since when while if as last next yesterday today tomorrow now once until during for from
     with without despite although though because`,
    'he she they him her them',
  ],
  de: [
    `ab an am auf aus bei beim bis durch für gegen im in mit nach ohne seit statt trotz um unter von vom vor während wegen
     wenn weil als nachdem bevor obwohl zu zum zur gestern heute morgen jetzt damals laut`,
    'er sie ihn ihm ihnen',
  ],
  fr: [
    "en à au aux après avant depuis lorsque quand si pour selon dans pendant malgré aujourd'hui hier demain",
    'elle ils elles',
  ],
  ru: ['в во на после до с со когда если по для из к у перед около вчера сегодня завтра', 'он она они ему ей им его'],
  uk: ['у в на після до з із коли якщо за для перед біля вчора сьогодні завтра', 'він вона вони йому їй їм його'],
  pl: ['w we na po przed od do z ze kiedy gdy jeśli dla podczas wczoraj dziś jutro', 'on ona oni one jego jej mu im'],
  id: ['pada di dari sejak setelah sebelum ketika saat jika selama untuk kemarin', 'dia ia mereka'],
};
/** Words at the beginning that may set the stage. */
const MAX_STAGE_WORDS = 6;
/** In these languages a comma ends what sets the stage. */
const COMMA_AFTER_STAGE = new Set(['en', 'fr', 'id']);

/**
 * Openings of a sentence that depends on the one before, although its first word does not tell: it has a word of contrast
 * ("… will be listed instead"), counts from an event ("A short time later, …"), leaves something out ("Some are not: …"),
 * points at something ("Half of this sum …", but not "this week"), or has a verb with a pronoun as its object.
 */
const DEPENDENT_PATTERNS: Record<string, RegExp> = {
  en: new RegExp(
    [
      String.raw`^(?:second|third|fourth|fifth|finally|next|\w+(?: \w+){0,2} (?:later|earlier)),`,
      String.raw`\b(?:instead(?! of)|however)\b`,
      String.raw`^(?:one|some|many|most|several|few)(?:,| (?:is|are|was|were|has|have|had|says?|said)\b)`,
      "(?: not|n't)[:;,.]",
      String.raw`^(?:\w+ ){1,3}(?:this|these|those) (?!week|month|year|decade|century|morning|afternoon|evening|time)`,
    ].join('|'),
  ),
  ar: /^\S+ (?:\S+ )?(?:هذا|هذه|ذلك|تلك|هؤلاء) (?!العام|السنة|الشهر|الأسبوع|اليوم|الصباح|المساء|الصيف|الشتاء|الربيع|الخريف|الموسم)/,
  de: /\b(?:stattdessen|hingegen|dagegen|indessen|allerdings|jedoch)\b/,
  fr: /\b(?:en revanche|quant à (?:lui|elle|eux)|cependant|toutefois|pourtant)\b/,
  es: /\b(?:en cambio|sin embargo|no obstante|por su parte)\b/,
  pt: /\b(?:no entanto|por sua vez|porém|todavia)\b/,
  it: /\b(?:invece(?! (?:di|che)\b)|tuttavia)\b/,
  pl: /\b(?:natomiast|jednak)\b|^\S+ (?:go|ją|ich|jego|jej|mu)\s/,
  ru: /\s(?:же|однако|зато)[\s,]|^\S+ (?:его|её|ее|их|ему|ей|им)\s/,
  uk: /\s(?:же|однак|натомість)[\s,]|^\S+ (?:його|її|їх|йому|їй|їм)\s/,
  tr: /\sise\s/,
  id: /\b(?:sebaliknya|sedangkan)\b/,
};

/**
 * A sentence that begins with a preposition, "the" and a single noun takes the thing as known: "For the rebuilding, the
 * parish collects …". After the noun comes the verb in German, a comma in the other languages.
 */
const TAKEN_AS_KNOWN: Record<string, RegExp> = {
  en: /^(?:for|after|during|without|despite|with) the (\S+),/i,
  de: /^(?:Für|Nach|Bei|Mit|Trotz|Wegen|Ohne|Seit|Während) (?:den|die|das|dem|der|des) (\p{Lu}\S+) (?!(?:de[rs]|vo[nm]|i[nm]|a[nm]|auf|aus|zu[mr]?|und|oder) )\p{Ll}/u,
  fr: /^(?:pour|après|pendant|avec|sans|malgré|depuis) (?:l['’]|(?:le|la|les) )(\S+),/i,
  es: /^(?:para|tras|durante|con|sin|desde) (?:el|la|los|las) (\S+),/i,
  pt: /^(?:para|após|durante|com|sem|desde) (?:o|a|os|as) (\S+),/i,
  it: /^(?:per|dopo|durante|con|senza|nonostante) (?:l['’]|(?:il|lo|la|i|gli|le) )(\S+),/i,
};

/** The thing that a sentence begins with as if it were known; `null` where there is none. */
export const takenAsKnown = (sentence: string, language: string): string | null =>
  TAKEN_AS_KNOWN[language]?.exec(sentence)?.[1] ?? null;

/** First words with a possessive ending: "biayanya", its cost. */
const POSSESSIVE_WORDS: Record<string, RegExp> = {
  id: /^(?!sebelumnya$|akhirnya$|biasanya$|umumnya$|hanya$|tanya$).+nya$/,
};

/** Pronouns for one person as a subject. Those that often stand for things are left out. */
const PERSON_PRONOUNS: Record<string, string> = {
  en: 'he she',
  de: 'er',
  fr: 'elle',
  es: 'él ella',
  pt: 'ele ela',
  it: 'lui lei',
  ru: 'он она',
  uk: 'він вона',
  pl: 'on ona',
  id: 'dia ia beliau',
};

/** The sentence has a pronoun for a person. @param words of the sentence, in order */
export const speaksOfPerson = (words: readonly string[], language: string): boolean => {
  const pronouns = PERSON_PRONOUNS[language]?.split(' ');
  return pronouns !== undefined && words.some((word) => pronouns.includes(word.toLowerCase()));
};

const UNSPACED = new Set(['zh', 'ja']);
const MAX_OPENING_WORDS = 4;
/** How much of a sentence is read for its first words, in UTF-16 units. */
const MAX_OPENING_CHARS = 64;
/** "he's", "quest'anno"; but "O'Neill" is no "o". */
const AFTER_APOSTROPHE = /(?<=..)'.*/;
const OPENING_MARKS = /^[\s"'“”„‘«»「『（([¿¡—–-]+/u;

const entries = (language: string): string[] =>
  (DEPENDENT_OPENINGS[language] ?? '').split(',').map((entry) => entry.trim());
const tables = new Map<string, ReadonlySet<string>>();

function tableFor(language: string): ReadonlySet<string> {
  let table = tables.get(language);
  if (!table) {
    // For an unknown language, the longer words of all lists: short ones may be articles or nouns in it.
    const all = () =>
      Object.keys(DEPENDENT_OPENINGS)
        .flatMap(entries)
        .filter((entry) => entry.length > 4);
    table = new Set(language in DEPENDENT_OPENINGS ? entries(language) : all());
    tables.set(language, table);
  }
  return table;
}

/** A quotation at the beginning of a sentence, with the comma after it. */
const QUOTED = /^\s*(?:“[^”]*”|"[^"]*"|«[^»]*»|„[^“”]*[“”]|»[^«]*«|「[^」]*」|『[^』]*』)\s*,?\s*/u;

/** Words after a quotation that may name the speaker. */
const MAX_SPEAKER_WORDS = 3;

/** The Italian "È" as agencies write it: it is not the word "e". */
const ACCENT_APART = /^e'(?=\s)/;

/** Lower case, without marks at the beginning, with straight apostrophes. */
const normalizeOpening = (text: string): string =>
  text.replace(OPENING_MARKS, '').toLowerCase().replaceAll('’', "'").replace(ACCENT_APART, 'è');

/** After the quotation at the beginning, nobody is named as the speaker: there is only a pronoun or a verb, or nothing. */
function speakerIsNotNamed(rest: string, language: string): boolean {
  const words = wordsOf(normalizeOpening(rest)).flatMap((word) => word.split("'"));
  if (words.length < 2) return true;
  return words.slice(0, MAX_SPEAKER_WORDS).some((word) => tableFor(language).has(word));
}

/** A pronoun comes right after what sets the stage, before anything that it could stand for. */
function isStagedPronoun(text: string, language: string): boolean {
  const [firsts, pronouns] = STAGED[language] ?? [];
  const [stage = '', ...clauses] = text.split(/,\s/);
  const words = wordsOf(stage);
  if (!pronouns || !firsts?.split(/\s+/).includes(words[0] ?? '')) return false;
  const isPronoun = (word: string) => pronouns.split(' ').includes(word);
  const next = COMMA_AFTER_STAGE.has(language) ? wordsOf(clauses[0] ?? '').slice(0, 1) : [];
  return [...words.slice(1, MAX_STAGE_WORDS), ...next].some(isPronoun);
}

/**
 * The sentence cannot be understood without the one before: it begins with a word that refers to it, or is a quotation
 * without the speaker's name.
 *
 * @param language primary subtag, `und` when unknown
 */
export function dependsOnPrevious(sentence: string, language: string): boolean {
  const table = tableFor(language);
  const quoted = QUOTED.exec(sentence)?.[0];
  if (quoted && speakerIsNotNamed(sentence.slice(quoted.length), language)) return true;
  const text = normalizeOpening(sentence.slice(0, MAX_OPENING_CHARS));
  if (DEPENDENT_PATTERNS[language]?.test(text)) return true;
  if (UNSPACED.has(language)) {
    for (const entry of table) if (text.startsWith(entry)) return true;
    return false;
  }
  const first = wordsOf(text).slice(0, MAX_OPENING_WORDS);
  const firstWord = first[0]?.replace(AFTER_APOSTROPHE, '') ?? '';
  if (POSSESSIVE_WORDS[language]?.test(firstWord) || isStagedPronoun(text, language)) return true;
  return table.has(firstWord) || first.some((_, i) => table.has(first.slice(0, i + 1).join(' ')));
}
