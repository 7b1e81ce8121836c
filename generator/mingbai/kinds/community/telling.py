"""Who publishes, as programs are told (schema.org)."""

from __future__ import annotations

from mingbai.kinds.community.records import Community, CommunityKind
from mingbai.pages import BODY, Here, Told
from mingbai.values.speech import say


def body(community: Community) -> Told:
    """The body with its address and telephone; a collective is an organisation, no part of government."""
    own = community.kind is CommunityKind.COLLECTIVE
    return {
        "@type": "Organization" if own else "GovernmentOrganization",
        "@id": BODY,
        "name": community.name,
        "url": Here(""),
        "disambiguatingDescription": say("虚构演示") if community.fictitious else None,
        "telephone": community.phone,
        "address": {
            "@type": "PostalAddress",
            "addressCountry": "CN",
            "addressRegion": community.within[0] if community.within else None,
            "addressLocality": "".join(community.within[1:]),
            "streetAddress": community.address,
        },
        "contactPoint": [{"@type": "ContactPoint", "contactType": one.name, "telephone": one.phone} for one in community.channels if one.phone],
    }
