"""A service guide, as programs are told (schema.org)."""

from __future__ import annotations

from mingbai.kinds.services.contexts import GuideContext
from mingbai.kinds.services.guides import Guide
from mingbai.pages import BODY, Here, Told


def told(guide: Guide, context: GuideContext) -> Told:
    """What can be done, for whom, where, by which number; another site only where the page links to it."""
    s = guide.service
    channel = {
        "@type": "ServiceChannel",
        "serviceLocation": {"@type": "Place", "name": s.place, "address": s.place},
        "servicePhone": [{"@type": "ContactPoint", "contactType": call.label, "telephone": call.number} for call in context.calls],
        "serviceUrl": s.online if any(site.linked and site.address == s.online for site in context.sites) else None,
    }
    return {
        "@type": "GovernmentService",
        "@id": Here(f"{guide.address}#service"),
        "name": s.name,
        "serviceType": s.category,
        "description": context.lede,
        "url": Here(guide.address),
        "identifier": s.code,
        "audience": {"@type": "Audience", "audienceType": s.audience},
        "provider": {"@type": "Organization", "@id": BODY},
        "serviceOperator": {"@type": "Organization", "name": s.agency},
        "availableChannel": channel,
    }
