"""Only what people agreed to is public: consents, what must never be typed, traces of what was withdrawn."""
