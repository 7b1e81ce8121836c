"""What a server should say with every page: ready files for nginx and for hosts that read `_headers`."""

from __future__ import annotations

from typing import Final

POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'"
)
"""The content security policy that every page states in its head, too. No form is sent anywhere: a script of ours reads what was typed."""

HEADERS: Final = {
    "Content-Security-Policy": f"{POLICY}; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
"""`frame-ancestors` counts in a header only."""


def files() -> dict[str, bytes]:
    """`_headers` (Netlify, Cloudflare Pages and others) and `nginx-headers.conf`, to be included in a server block."""
    plain = "/*\n" + "".join(f"  {name}: {value}\n" for name, value in HEADERS.items())
    nginx = "# include /…/nginx-headers.conf; 写在 server { } 里\n" + "".join(f'add_header {name} "{value}" always;\n' for name, value in HEADERS.items())
    return {"_headers": plain.encode(), "nginx-headers.conf": nginx.encode()}
