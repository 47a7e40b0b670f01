"""village-site: village records in YAML, published as a site and as permanent QR codes."""

__version__ = "0.1.0"
