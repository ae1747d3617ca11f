import type { SignalRule } from '../types.ts';
import addressElsewhere from './address-elsewhere.ts';
import agencyByline from './agency-byline.ts';
import agencyCredit from './agency-credit.ts';
import agencyDateline from './agency-dateline.ts';
import attribution from './attribution.ts';
import canonicalElsewhere from './canonical-elsewhere.ts';
import closingLink from './closing-link.ts';
import continuesElsewhere from './continues-elsewhere.ts';
import copyingTool from './copying-tool.ts';
import datelineAgainstByline from './dateline-against-byline.ts';
import feedFooter from './feed-footer.ts';
import headlineTwice from './headline-twice.ts';
import licence from './licence.ts';
import linksElsewhere from './links-elsewhere.ts';
import loneLink from './lone-link.ts';
import namedAuthor from './named-author.ts';
import openCredit from './open-credit.ts';
import openingLink from './opening-link.ts';
import otherKind from './other-kind.ts';
import ownAddress from './own-address.ts';
import ownLinks from './own-links.ts';
import ownPublisher from './own-publisher.ts';
import ownSource from './own-source.ts';
import picturesElsewhere from './pictures-elsewhere.ts';
import picturesOfOriginal from './pictures-of-original.ts';
import placeholderByline from './placeholder-byline.ts';
import pressContact from './press-contact.ts';
import publisherElsewhere from './publisher-elsewhere.ts';
import quotesOpenly from './quotes-openly.ts';
import sameAddress from './same-address.ts';
import scrapedInterface from './scraped-interface.ts';
import sourceLink from './source-link.ts';
import sourceNamed from './source-named.ts';
import sourceUnlinked from './source-unlinked.ts';
import templateToken from './template-token.ts';

/**
 * Every Signal. The order counts: what names the original most surely comes first, and some read what those before them
 * named.
 */
export const SIGNAL_RULES: readonly SignalRule[] = [
  copyingTool,
  templateToken,
  licence,
  openCredit,
  sourceLink,
  attribution,
  feedFooter,
  continuesElsewhere,
  sourceNamed,
  closingLink,
  openingLink,
  sameAddress,
  canonicalElsewhere,
  addressElsewhere,
  loneLink,
  sourceUnlinked,
  agencyDateline,
  agencyByline,
  agencyCredit,
  publisherElsewhere,
  scrapedInterface,
  headlineTwice,
  linksElsewhere,
  picturesElsewhere,
  picturesOfOriginal,
  placeholderByline,
  datelineAgainstByline,
  ownAddress,
  ownPublisher,
  ownLinks,
  namedAuthor,
  pressContact,
  ownSource,
  otherKind,
  quotesOpenly,
];
