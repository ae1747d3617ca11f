/** Parameters that tell how a reader came to a page, never which page it is. */
const TRACKING_PARAMETERS =
  /^(?:utm_\w+|utm|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|ysclid|twclid|ttclid|li_fat_id|igshid?|mc_[ce]id|mkt_tok|_hs(?:enc|mi)|__hs\w+|hsctatracking|oly_(?:anon|enc)_id|vero_(?:id|conv)|wickedid|_openstat|_ga|_gl|ref_?src|ref_?url|cmp(?:id)?|ns_(?:mchannel|source|campaign|linkname|fee)|at_(?:medium|campaign|custom\d|link_\w+|format|ptr_name|bbc_team)|xtor|spm|s_?cid|smid|smtyp|sr_share|trk(?:campaign|info)?|guccounter|guce_\w+|ftag|ito|ocid|partner_?id|taid|share_?(?:id|source|token)|sh?share|__twitter_impression|fb_(?:action_\w+|ref|source)|pk_(?:campaign|source|medium|kwd)|mtm_\w+|wt_?(?:mc|zmc)|dicbo|rss_?id|feed_?id|traffic_?source|campaign_?id|ncid|xid|zarsrc|_branch_\w+|utm-\w+)$/i;
/** Parameters that track only when their value is one of `REFERRERS`. */
const AMBIGUOUS_PARAMETERS =
  /^(?:ref|src|source|from|via|medium|partner|feature|origin|channel|output|c?id|tag|rss|feed|cm|mod)$/i;
/** Values that tell how a reader came to a page. */
const REFERRERS =
  /^(?:rss\w*|feeds?|feedburner|atom|twitter|facebook|fb|social\w*|newsletter|e?mail|share\w*|homepage|whatsapp|telegram|flipboard|googlenews|google_?news|google|reddit|linkedin|autopost|syndication|1\.0\.\d+|rss-\w+)?$/i;
/** Fragments that track, or mark a place on the page. Others may name another page. */
const TRACKING_FRAGMENT =
  /^#(?:$|:~:|xtor=|utm_|ref=|rss|echobox|comments?$|respond$|more-\d+$|intcid=|source=|\?utm)/i;

/** The address without credentials, tracking parameters and a fragment that only tracks. */
export function withoutTracking(address: URL): URL {
  if (!address.search && !address.hash && !address.username && !address.password) return address;
  const url = new URL(address.href);
  url.username = '';
  url.password = '';
  for (const [name, value] of [...url.searchParams]) {
    if (TRACKING_PARAMETERS.test(name) || (AMBIGUOUS_PARAMETERS.test(name) && REFERRERS.test(value) && value !== ''))
      url.searchParams.delete(name);
  }
  // Reading the parameters changes how they are written. Where none was deleted, they stay as they were.
  if ([...url.searchParams].length === [...address.searchParams].length) url.search = address.search;
  if (TRACKING_FRAGMENT.test(url.hash)) url.hash = '';
  return url;
}
