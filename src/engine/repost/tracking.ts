/** Parameters that say how a reader came, never what is read. */
const PARAMETERS =
  /^(?:utm_\w+|utm|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|ysclid|twclid|ttclid|li_fat_id|igshid?|mc_[ce]id|mkt_tok|_hs(?:enc|mi)|__hs\w+|hsctatracking|oly_(?:anon|enc)_id|vero_(?:id|conv)|wickedid|_openstat|_ga|_gl|ref_?src|ref_?url|cmp(?:id)?|ns_(?:mchannel|source|campaign|linkname|fee)|at_(?:medium|campaign|custom\d|link_\w+|format|ptr_name|bbc_team)|xtor|spm|s_?cid|smid|smtyp|sr_share|trk(?:campaign|info)?|guccounter|guce_\w+|ftag|ito|ocid|partner_?id|taid|share_?(?:id|source|token)|sh?share|__twitter_impression|fb_(?:action_\w+|ref|source)|pk_(?:campaign|source|medium|kwd)|mtm_\w+|wt_?(?:mc|zmc)|dicbo|rss_?id|feed_?id|traffic_?source|campaign_?id|ncid|xid|zarsrc|_branch_\w+|utm-\w+)$/i;
/** These may mean something; not when they say one of the words below. */
const DOUBTFUL = /^(?:ref|src|source|from|via|medium|partner|feature|origin|channel|output|c?id|tag|rss|feed|cm|mod)$/i;
const WAYS =
  /^(?:rss\w*|feeds?|feedburner|atom|twitter|facebook|fb|social\w*|newsletter|e?mail|share\w*|homepage|whatsapp|telegram|flipboard|googlenews|google_?news|google|reddit|linkedin|autopost|syndication|1\.0\.\d+|rss-\w+)?$/i;
/** A fragment that marks a way or a place on the page, not another page. */
const FRAGMENT = /^#(?:$|:~:|xtor=|utm_|ref=|rss|echobox|comments?$|respond$|more-\d+$|intcid=|source=|\?utm)/i;

/** The address without credentials, tracking parameters and fragment of no meaning. */
export function withoutTracking(address: URL): URL {
  if (!address.search && !address.hash && !address.username && !address.password) return address;
  const url = new URL(address.href);
  url.username = '';
  url.password = '';
  for (const [name, value] of [...url.searchParams]) {
    if (PARAMETERS.test(name) || (DOUBTFUL.test(name) && WAYS.test(value) && value !== ''))
      url.searchParams.delete(name);
  }
  // Reading or deleting rewrites how the rest is written: only where something went.
  if ([...url.searchParams].length === [...address.searchParams].length) url.search = address.search;
  if (FRAGMENT.test(url.hash)) url.hash = '';
  return url;
}
