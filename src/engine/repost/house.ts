/**
 * The same house or another? Decided from host names and the page's own furniture, without the public suffix list:
 * it would be larger than the whole engine.
 */
import { Domains } from './domains.ts';

/** Second levels that stand for a top level under a country: `co.uk`, `com.br`, `or.jp`. */
const SECOND_LEVELS = new Set(
  `com co net org or gov govt gob gouv gub go edu ac ne gr lg ad ed nom ltd plc info web sch school mil asn id
  my kiwi maori geek gen blog press news tv nhs police k12 art biz inf in idf muni res nic re pe firm ind mi av
  bel dr kep tsk bbs name pol desa`.split(/\s+/),
);

/** Where each subdomain is a house of its own. */
const PLATFORMS = new Set(
  `wordpress.com substack.com tumblr.com medium.com typepad.com livejournal.com dreamwidth.org ghost.io beehiiv.com
  hashnode.dev write.as neocities.org github.io gitlab.io codeberg.page netlify.app vercel.app pages.dev workers.dev
  web.app firebaseapp.com appspot.com herokuapp.com onrender.com fly.dev surge.sh glitch.me replit.app azurewebsites.net
  r2.dev weebly.com wixsite.com webflow.io squarespace.com jimdofree.com jimdosite.com webnode.page strikingly.com
  altervista.org over-blog.com canalblog.com skyrock.com eklablog.com blog4ever.com blogspirit.com free.fr hautetfort.com
  blogia.com blogs.sapo.pt uol.com.br tistory.com hatenablog.com hatenadiary.com hatenablog.jp fc2.com livedoor.blog
  seesaa.net exblog.jp cocolog-nifty.com pixnet.net blog.jp blogfa.com blog.ir mihanblog.com persianblog.ir rozblog.com
  maktoobblog.com blogcu.com narod.ru ucoz.ru ucoz.com blox.pl blog.hu blog.cz wikidot.com fandom.com posthaven.com
  bearblog.dev micro.blog prose.sh journoportfolio.com mystrikingly.com 000webhostapp.com infinityfreeapp.com
  myfreesites.net tilda.ws wpengine.com wpcomstaging.com pantheonsite.io kinsta.cloud myshopify.com`.split(/\s+/),
);
const BLOGSPOT = /(?:^|\.)blogspot\.(?:com|[a-z]{2}|com?\.[a-z]{2})$/;

/** Hosts that serve pictures and scripts for everybody: they say nothing about whose a picture is. */
const SHARED = new Domains(
  `cloudfront.net akamai.net akamaized.net akamaihd.net edgesuite.net fastly.net fastlylb.net cloudinary.com
  imgix.net amazonaws.com googleusercontent.com ggpht.com gstatic.com googleapis.com ytimg.com youtube.com
  youtube-nocookie.com youtu.be vimeo.com vimeocdn.com twimg.com fbcdn.net fbsbx.com cdninstagram.com
  instagram.com pinimg.com redd.it redditmedia.com staticflickr.com flickr.com imgur.com giphy.com tenor.com
  gravatar.com wp.com wordpress.org w.org jsdelivr.net unpkg.com cdnjs.com b-cdn.net cdn77.org kxcdn.com
  stackpathdns.com netdna-cdn.com azureedge.net azurefd.net windows.net digitaloceanspaces.com backblazeb2.com
  unsplash.com pexels.com pixabay.com shutterstock.com gettyimages.com gettyimages.co.uk istockphoto.com
  depositphotos.com alamy.com wikimedia.org wikipedia.org archive.org doubleclick.net googlesyndication.com
  google-analytics.com scorecardresearch.com outbrain.com taboola.com amazon-adsystem.com media-amazon.com
  ssl-images-amazon.com datawrapper.de dwcdn.net flourish.studio infogram.com typekit.net cdn.shopify.com
  squarespace-cdn.com wixstatic.com blogger.com bp.blogspot.com blogblog.com medium.com substackcdn.com
  ghost.io arcpublishing.com brightspotcdn.com brightcove.com brightcove.net jwplatform.com jwpcdn.com
  dmcdn.net dailymotion.com soundcloud.com spotify.com scdn.co`,
);

/** Words that many brands begin or end with: the word alone is no brand. */
const COMMON = new Set(
  `news blog blogs post times today daily press media info online live world local sport tv radio home site web
  mail shop app journal magazine herald gazette tribune star sun express standard mirror`.split(/\s+/),
);
const IP = /^(?:\d{1,3}(?:\.\d{1,3}){3}|\[[\da-f:.]+\])$/;

/** Lower case, without the dot at the end. International names are in their ASCII form, as `URL` gives them. */
const plain = (host: string) => host.toLowerCase().replace(/\.$/, '');

interface Domain {
  /** What somebody registered: `bbc.co.uk`, `a.blogspot.com`. */
  readonly name: string;
  /** The label before the top level: `bbc`. Empty where it says nothing. */
  readonly brand: string;
}

function domainOf(host: string): Domain {
  const name = plain(host);
  if (IP.test(name)) return { name, brand: '' };
  const labels = name.split('.');
  if (BLOGSPOT.test(name)) {
    // One blog has an address under each country.
    const blog = labels.slice(0, labels.indexOf('blogspot')).at(-1) ?? '';
    return { name: `${blog}.blogspot.com`, brand: '' };
  }
  for (let keep = 2; keep <= 3; keep++) {
    if (PLATFORMS.has(labels.slice(-keep).join('.'))) return { name: labels.slice(-keep - 1).join('.'), brand: '' };
  }
  const country = (labels.at(-1) ?? '').length === 2;
  const deep = labels.length > 2 && country && SECOND_LEVELS.has(labels.at(-2) ?? '');
  const kept = labels.slice(deep ? -3 : -2);
  const brand = kept[0] ?? '';
  return { name: kept.join('.'), brand: isCountryForm(kept) && brand.length > 1 && !COMMON.has(brand) ? brand : '' };
}

/** The top levels under which one brand has its national or sister sites. */
const NATIONAL = /^(?:com|net|org|eu|info|news|media|tv|press|online|(?:[a-z]{2,4}\.)?[a-z]{2})$/;
const isCountryForm = (labels: readonly string[]) => labels.length > 1 && NATIONAL.test(labels.slice(1).join('.'));

/** The part of a host that somebody registered. Ports do not count. */
export const houseOf = (host: string): string => domainOf(host).name;

/** Two hosts belong to one house: subdomains, or country domains of one brand. Ports do not count. */
export function sameHouse(a: string, b: string): boolean {
  const [one, two] = [domainOf(a), domainOf(b)];
  return one.name === two.name || (one.brand !== '' && one.brand === two.brand);
}

/** A host that serves pictures or players for everybody. */
export const isSharedHost = (host: string): boolean => SHARED.has(plain(host));

/** Where people post and pass on what is elsewhere: a link there is no sign of anything. */
const SOCIAL = new Domains(
  `facebook.com fb.com fb.me twitter.com x.com instagram.com linkedin.com pinterest.com reddit.com tumblr.com
  whatsapp.com wa.me telegram.org telegram.me t.me threads.net threads.com bsky.app tiktok.com snapchat.com
  vk.com ok.ru weibo.com line.me viber.com xing.com mix.com flipboard.com getpocket.com instapaper.com
  buffer.com digg.com stumbleupon.com evernote.com disqus.com gravatar.com wikipedia.org wordpress.org
  youtube.com youtu.be apple.com spotify.com paypal.com patreon.com amzn.to creativecommons.org`,
);
/** Under the top level of every country. */
const WORLDWIDE = /(?:^|\.)(?:google|amazon)\.[a-z.]{2,6}$/;
export const isSocialHost = (host: string): boolean => SOCIAL.has(plain(host)) || WORLDWIDE.test(plain(host));
