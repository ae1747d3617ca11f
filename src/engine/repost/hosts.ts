/** Names of hosts and parts of them, separated by white space. */

/** Platforms on which each subdomain is a site with an owner of its own. */
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

/** Hosts that serve pictures and scripts for everybody: they do not tell whose a picture is. */
export const SHARED = `cloudfront.net akamai.net akamaized.net akamaihd.net edgesuite.net fastly.net fastlylb.net cloudinary.com
  imgix.net amazonaws.com googleusercontent.com ggpht.com gstatic.com googleapis.com ytimg.com youtube.com
  youtube-nocookie.com youtu.be vimeo.com vimeocdn.com twimg.com fbcdn.net fbsbx.com cdninstagram.com
  instagram.com pinimg.com redd.it redditmedia.com staticflickr.com flickr.com imgur.com giphy.com tenor.com
  gravatar.com feedsportal.com feedburner.com wp.com wordpress.org w.org jsdelivr.net unpkg.com cdnjs.com b-cdn.net cdn77.org kxcdn.com
  stackpathdns.com netdna-cdn.com azureedge.net azurefd.net windows.net digitaloceanspaces.com backblazeb2.com
  unsplash.com pexels.com pixabay.com shutterstock.com gettyimages.com gettyimages.co.uk istockphoto.com
  depositphotos.com alamy.com wikimedia.org wikipedia.org archive.org doubleclick.net googlesyndication.com
  google-analytics.com scorecardresearch.com outbrain.com taboola.com amazon-adsystem.com media-amazon.com
  ssl-images-amazon.com datawrapper.de dwcdn.net flourish.studio infogram.com typekit.net cdn.shopify.com
  squarespace-cdn.com wixstatic.com blogger.com bp.blogspot.com blogblog.com medium.com substackcdn.com
  ghost.io arcpublishing.com brightspotcdn.com brightcove.com brightcove.net jwplatform.com jwpcdn.com
  dmcdn.net dailymotion.com soundcloud.com spotify.com scdn.co`;

/** Hosts where people post and share: a link to one says nothing about where an article is from. */
export const SOCIAL = `facebook.com fb.com fb.me twitter.com x.com instagram.com linkedin.com pinterest.com reddit.com tumblr.com
  whatsapp.com wa.me telegram.org telegram.me t.me threads.net threads.com bsky.app tiktok.com snapchat.com
  vk.com ok.ru weibo.com line.me viber.com xing.com mix.com flipboard.com getpocket.com instapaper.com
  buffer.com digg.com stumbleupon.com evernote.com disqus.com gravatar.com wikipedia.org wordpress.org
  youtube.com youtu.be apple.com spotify.com paypal.com patreon.com amzn.to creativecommons.org vimeo.com dailymotion.com soundcloud.com bandcamp.com`;

/** Redirectors that do not tell where they lead. */
export const HIDES = `feedproxy.google.com feedburner.com feedsportal.com news.google.com apple.news flip.it bit.ly bitly.com j.mp
  t.co goo.gl tinyurl.com ow.ly is.gd v.gd buff.ly dlvr.it ift.tt trib.al lnkd.in wp.me shorturl.at cutt.ly
  rb.gy t.ly rebrand.ly dld.bz zpr.io tiny.cc adf.ly shar.es hubs.ly spr.ly pulse.ly upflow.co x.gd s.id b.link
  t.cn url.cn dwz.cn clck.ru vk.cc me2.do han.gl qiita.link ux.nu ht.ly fb.me feedly.com inoreader.com
  smartnews.link newsbreakapp.com go.ind.sh disq.us ampproject.org bing.com msn.cn skimresources.com
  redirectingat.com anrdoezrs.net awin1.com prf.hn list-manage.com`;

/** Second levels under which names are registered in a country: `co.uk`, `com.br`, `or.jp`. */
export const SECOND_LEVELS = `com co net org or gov govt gob gouv gub go edu ac ne gr lg ad ed nom ltd plc info web sch school mil asn id
  my kiwi maori geek gen blog press news tv nhs police k12 art biz inf in idf muni res nic re pe firm ind mi av
  bel dr kep tsk bbs name pol desa`;

/** Words that many brands begin or end with. Alone they do not identify a brand. */
export const COMMON = `news blog blogs post times today daily press media info online live world local sport tv radio home site web
  mail shop app journal magazine herald gazette tribune star sun express standard mirror`;

/** Platforms on which a path begins with the name of an account: `medium.com/@brand`. */
export const WITH_ACCOUNTS = `medium.com substack.com tumblr.com dev.to hashnode.com ghost.io github.io gitlab.io linkedin.com
  facebook.com telegra.ph t.me`;

/** Archives, caches and readers that show pages of others under addresses of their own. */
export const MIRRORS = `archive.today archive.ph archive.is archive.li archive.md archive.vn archive.fo web.archive.org
  perma.cc ghostarchive.org webcitation.org megalodon.jp webcache.googleusercontent.com cc.bingj.com yandexwebcache.net
  translate.goog translate.googleusercontent.com translate.yandex.ru translatoruser.net translatoruser-int.com
  ampproject.org turbopages.org 12ft.io r.jina.ai txtify.it feedly.com inoreader.com newsblur.com theoldreader.com
  getpocket.com instapaper.com wallabag.it readwise.io`;

/** Hosts that serve a site before it has its name, or from somebody's own machine. */
export const PREVIEWS = `vercel.app now.sh pages.dev workers.dev netlify.app netlify.com onrender.com herokuapp.com fly.dev
  web.app firebaseapp.com run.app amplifyapp.com azurewebsites.net azurestaticapps.net surge.sh wpengine.com
  wpenginepowered.com wpcomstaging.com pantheonsite.io kinsta.cloud sg-host.com ngrok.io ngrok-free.app loca.lt trycloudflare.com
  gitpod.io csb.app app.github.dev webflow.io cloudwaysapps.com cloudfront.net amazonaws.com core.windows.net
  storage.googleapis.com`;
