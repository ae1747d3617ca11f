import { wordsOf } from './words.ts';

/**
 * First words that lean on a sentence before: pronouns, demonstratives and connectives of each interface language,
 * lower case. Scripts without spaces match the beginning of the sentence, the others whole words.
 */
const LEANING: Record<string, string> = {
  en: `he, she, it, they, his, her, its, their, this, that, these, those, him, them, he's, she's, it's, they're, that's,
    but, and, or, so, yet, nor, then, thus, however, instead, also, therefore, moreover, meanwhile, furthermore,
    nevertheless, nonetheless, besides, otherwise, hence, consequently, likewise, similarly, additionally, afterwards,
    neither, one of them, some of them, most of them, in addition, for example,
    for instance, as a result, in contrast, by contrast, on the other hand, after that, because of this, of course`,
  ar: `هو, هي, هم, هما, وهو, وهي, وهم, هذا, هذه, ذلك, تلك, هؤلاء, أولئك, وهذا, وهذه, وذلك, وتلك, لكن, ولكن, لكنه, لكنها, لكنهم,
    ولكنه, ولكنها, كما, ثم, بل, لذلك, ولذلك, لذا, وبذلك, وهكذا, ومع ذلك, مع ذلك, أيضا, أيضًا, وأضاف, وأضافت, وتابع, وتابعت, وأوضح أنه,
    وأكد أنه, إنه, إنها, وإنه, وإنها, بالإضافة إلى ذلك, وفي الوقت نفسه, على سبيل المثال, غير أن, إلا أن, إلا أنه, فيما`,
  es: `él, ella, ello, ellos, ellas, este, esta, esto, estos, estas, ese, esa, eso, esos, esas, aquel, aquella, aquello, su, sus,
    pero, y, e, o, sino, aunque, además, también, sin embargo, así, entonces, luego, después, por eso, por ello, por tanto,
    por lo tanto, no obstante, mientras tanto, en cambio, por otro lado, por ejemplo, asimismo, tampoco, ahí, allí`,
  fr: `il, elle, ils, elles, ce, cela, ça, c'est, c'était, ceci, cet, cette, ces, celui, celle, ceux, celles, son, sa, ses, leur,
    leurs, mais, et, ou, or, donc, car, puis, ensuite, ainsi, alors, cependant, pourtant, toutefois, néanmoins, aussi, enfin,
    en effet, en outre, de plus, par ailleurs, par exemple, en revanche`,
  de: `er, sie, es, ihr, ihre, ihren, ihrem, sein, seine, seinen, dieser, diese, dieses, diesen, diesem, das ist, das war, das sei,
    das hat, das sind, jener, jene, jenes, aber, und, oder, doch, denn, dann, danach, außerdem, auch, jedoch, dennoch, trotzdem,
    deshalb, daher, darum, daran, darauf, darin, dabei, dadurch, damit, davon, dafür, dagegen, dazu, dessen, deren, zudem, ferner, allerdings, so, somit, also, zugleich,
    gleichzeitig, dort, zum beispiel, darüber hinaus, beide`,
  pt: `ele, ela, eles, elas, este, esta, isto, estes, estas, esse, essa, isso, esses, essas, aquele, aquela, aquilo, seu, sua, seus,
    suas, mas, e, ou, porém, contudo, todavia, entretanto, no entanto, além disso, também, assim, então, depois, por isso,
    portanto, logo, por exemplo, lá, ali`,
  ru: `он, она, оно, они, его, её, ее, их, это, этот, эта, эти, эту, этого, тот, такой, такая, такие, там, тогда, но, и, а, или,
    однако, также, тоже, поэтому, затем, потом, зато, при этом, кроме того, тем не менее, между тем, например, впрочем, так`,
  zh: '他, 她, 它, 这, 那, 此, 但, 而, 然而, 不过, 因此, 所以, 同时, 此外, 另外, 并且, 于是, 接着, 随后, 其中, 对此, 例如, 后来, 後來, 這, 同時, 另一方面',
  ja: `彼, これ, それ, あれ, この, その, あの, ここ, そこ, しかし, だが, でも, そして, また, さらに, なお, ただ, だから, したがって, 一方,
    例えば, たとえば, つまり, ところが, こうした, そうした`,
  hi: `वह, वे, यह, ये, उसने, उन्होंने, इन्होंने, उनके, उनकी, उनका, उसके, उसकी, उसका, इस, इसके, इसकी, इसका, इससे, इसमें, उस, इन, उन, लेकिन, मगर, परंतु,
    परन्तु, और, या, तो, फिर, हालांकि, हालाँकि, इसलिए, साथ ही, इसी, उसी, वहीं, जबकि, किंतु, किन्तु`,
  tr: `o, onlar, bu, şu, bunlar, şunlar, onun, onların, bunun, buna, bunu, ama, fakat, ancak, ve, veya, ya da, ise, ayrıca, böylece,
    sonra, daha sonra, oysa, çünkü, yine de, üstelik, örneğin, öte yandan, burada, orada`,
  id: `dia, ia, mereka, beliau, ini, itu, hal ini, hal itu, tetapi, tapi, namun, dan, atau, akan tetapi, selain itu, juga,
    karena itu, oleh karena itu, kemudian, lalu, sementara itu, meski begitu, meskipun demikian, dengan demikian, misalnya,
    sebaliknya, di sana`,
  fa: `او, وی, آنها, آن‌ها, آنان, ایشان, این, آن, اما, ولی, و, یا, همچنین, سپس, بنابراین, با این حال, با این‌حال, از این رو,
    در عین حال, علاوه بر این, برای مثال, همین`,
  he: 'הוא, היא, הם, הן, זה, זאת, זו, אלה, אלו, אבל, אך, אולם, גם, לכן, לפיכך, כמו כן, עם זאת, בנוסף, לאחר מכן, אחר כך, למשל, כך',
  it: `lui, lei, loro, egli, ella, esso, essa, essi, questo, questa, questi, queste, quello, quella, quelli, quelle, ciò, suo, sua,
    suoi, sue, ma, e, o, però, tuttavia, inoltre, anche, così, allora, poi, quindi, perciò, dunque, infatti, invece, per questo,
    per esempio, ad esempio, nel frattempo, lì`,
  pl: `on, ona, ono, oni, one, jego, jej, ich, to, ten, ta, te, ci, tamten, ale, lecz, i, a, lub, albo, jednak, również, także,
    zatem, więc, potem, następnie, dlatego, ponadto, poza tym, natomiast, tymczasem, mimo to, na przykład, tam, tak, taki, taka`,
  uk: `він, вона, воно, вони, його, її, їх, їхній, це, цей, ця, ці, той, такий, така, такі, там, тоді, але, і, й, а, або, однак,
    проте, також, тож, тому, потім, зате, при цьому, крім того, тим не менш, тим часом, наприклад, отже, так`,
  ko: `그, 그는, 그가, 그녀는, 그들은, 그의, 그녀의, 이, 이는, 이것은, 이들은, 이를, 이에, 저, 그러나, 하지만, 그리고, 또, 또한, 그래서, 따라서,
    그런데, 그러면서, 이어, 한편, 이후, 예를 들어, 게다가, 반면, 이런, 그런, 이러한, 그러자`,
};

const UNSPACED = new Set(['zh', 'ja']);
const MOST_WORDS = 4;
const OPENING_MARKS = /^[\s"'“”„‘«»「『（([¿¡—–-]+/u;

const entries = (language: string): string[] => (LEANING[language] ?? '').split(',').map((entry) => entry.trim());
const tables = new Map<string, ReadonlySet<string>>();

function tableFor(language: string): ReadonlySet<string> {
  let table = tables.get(language);
  if (!table) {
    // An unknown language takes the longer words of all lists: short ones are articles or nouns in another language.
    const all = () =>
      Object.keys(LEANING)
        .flatMap(entries)
        .filter((entry) => entry.length > 4);
    table = new Set(language in LEANING ? entries(language) : all());
    tables.set(language, table);
  }
  return table;
}

/** A quotation at the beginning of a sentence, with the comma after it. */
const QUOTED = /^\s*(?:“[^”]*”|"[^"]*"|«[^»]*»|„[^“”]*[“”]|»[^«]*«|「[^」]*」|『[^』]*』)\s*,?\s*/u;

/** So many words after a quotation say who speaks. */
const SPEAKER = 3;

const fold = (text: string): string => text.replace(OPENING_MARKS, '').toLowerCase().replaceAll('’', "'");

/** Whether a quotation at the beginning leaves open who speaks: nobody, a pronoun, or a verb alone. */
function speakerIsNotNamed(rest: string, language: string): boolean {
  const words = wordsOf(fold(rest)).flatMap((word) => word.split("'"));
  if (words.length < 2) return true;
  return words.slice(0, SPEAKER).some((word) => tableFor(language).has(word));
}

/**
 * Whether a sentence is not understood without the one before it: it begins with a word that leans on it, or is
 * somebody's words without their name.
 *
 * @param language primary subtag, `und` when unknown
 */
export function leansOnWhatIsBefore(sentence: string, language: string): boolean {
  const table = tableFor(language);
  const quoted = QUOTED.exec(sentence)?.[0];
  if (quoted && speakerIsNotNamed(sentence.slice(quoted.length), language)) return true;
  const text = fold(sentence);
  if (UNSPACED.has(language)) {
    for (const entry of table) if (text.startsWith(entry)) return true;
    return false;
  }
  const first = wordsOf(text.slice(0, 60)).slice(0, MOST_WORDS);
  return first.some((_, i) => table.has(first.slice(0, i + 1).join(' ')));
}
