"""What is raised when a value cannot be what its field says it is."""


class BadValue(ValueError):
    """A value that was refused: a message code and its parameters. The sentences live in the catalogues.

    `code` is kebab-case, such as `number-ambiguous`. `params` always has `found`, the value as typed;
    `guess`, where present, is a whole value to write instead. A code always comes with the same parameters.
    """

    def __init__(self, code: str, found: str, **params: str) -> None:
        super().__init__(code, found)
        self.code = code
        self.params: dict[str, str] = {"found": found, **params}

    def __str__(self) -> str:
        return f"{self.code}: {self.params['found']!r}"

    def within(self, before: str, after: str) -> "BadValue":
        """The same refusal for the longer value that this one was a part of: what it quotes is completed."""
        quoted = {"found", "guess", "other"}
        whole = {
            name: f"{before}{text}{after}" if name in quoted else text for name, text in self.params.items()
        }
        return BadValue(self.code, **whole)
