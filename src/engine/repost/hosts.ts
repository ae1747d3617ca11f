/** Names of hosts and parts of them, separated by white space. They are only compared: see printed.ts. */

/** Where each subdomain is a house of its own. */
export const PLATFORMS = `wordpress.com substack.com tumblr.com medium.com typepad.com livejournal.com dreamwidth.org ghost.io beehiiv.com
  hashnode.dev write.as neocities.org github.io gitlab.io codeberg.page netlify.app vercel.app pages.dev workers.dev
  web.app firebaseapp.com appspot.com herokuapp.com onrender.com fly.dev surge.sh glitch.me replit.app azurewebsites.net
  r2.dev weebly.com wixsite.com webflow.io squarespace.com jimdofree.com jimdosite.com webnode.page strikingly.com
  altervista.org over-blog.com canalblog.com skyrock.com eklablog.com blog4ever.com blogspirit.com free.fr hautetfort.com
  blogia.com blogs.sapo.pt uol.com.br tistory.com hatenablog.com hatenadiary.com hatenablog.jp fc2.com livedoor.blog
  seesaa.net exblog.jp cocolog-nifty.com pixnet.net blog.jp blogfa.com blog.ir mihanblog.com persianblog.ir rozblog.com
  maktoobblog.com blogcu.com narod.ru ucoz.ru ucoz.com blox.pl blog.hu blog.cz wikidot.com fandom.com posthaven.com
  bearblog.dev micro.blog prose.sh journoportfolio.com mystrikingly.com 000webhostapp.com infinityfreeapp.com
  myfreesites.net tilda.ws wpengine.com wpcomstaging.com pantheonsite.io kinsta.cloud myshopify.com`;

/** Hosts that serve pictures and scripts for everybody: they say nothing about whose a picture is. */
export const SHARED = `cloudfront.net akamai.net akamaized.net akamaihd.net edgesuite.net fastly.net fastlylb.net cloudinary.com
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
  dmcdn.net dailymotion.com soundcloud.com spotify.com scdn.co`;

/** Where people post and pass on what is elsewhere: a link there is no sign of anything. */
export const SOCIAL = `facebook.com fb.com fb.me twitter.com x.com instagram.com linkedin.com pinterest.com reddit.com tumblr.com
  whatsapp.com wa.me telegram.org telegram.me t.me threads.net threads.com bsky.app tiktok.com snapchat.com
  vk.com ok.ru weibo.com line.me viber.com xing.com mix.com flipboard.com getpocket.com instapaper.com
  buffer.com digg.com stumbleupon.com evernote.com disqus.com gravatar.com wikipedia.org wordpress.org
  youtube.com youtu.be apple.com spotify.com paypal.com patreon.com amzn.to creativecommons.org`;

/** Hosts that stand before another address and do not tell which. */
export const HIDES = `feedproxy.google.com feedburner.com feedsportal.com news.google.com apple.news flip.it bit.ly bitly.com j.mp
  t.co goo.gl tinyurl.com ow.ly is.gd v.gd buff.ly dlvr.it ift.tt trib.al lnkd.in wp.me shorturl.at cutt.ly
  rb.gy t.ly rebrand.ly dld.bz zpr.io tiny.cc adf.ly shar.es hubs.ly spr.ly pulse.ly upflow.co x.gd s.id b.link
  t.cn url.cn dwz.cn clck.ru vk.cc me2.do han.gl qiita.link ux.nu ht.ly fb.me feedly.com inoreader.com
  smartnews.link newsbreakapp.com go.ind.sh disq.us ampproject.org bing.com msn.cn skimresources.com
  redirectingat.com anrdoezrs.net awin1.com prf.hn`;

/** Second levels that stand for a top level under a country: `co.uk`, `com.br`, `or.jp`. */
export const SECOND_LEVELS = `com co net org or gov govt gob gouv gub go edu ac ne gr lg ad ed nom ltd plc info web sch school mil asn id
  my kiwi maori geek gen blog press news tv nhs police k12 art biz inf in idf muni res nic re pe firm ind mi av
  bel dr kep tsk bbs name pol desa`;

/** Words that many brands begin or end with: the word alone is no brand. */
export const COMMON = `news blog blogs post times today daily press media info online live world local sport tv radio home site web
  mail shop app journal magazine herald gazette tribune star sun express standard mirror`;
