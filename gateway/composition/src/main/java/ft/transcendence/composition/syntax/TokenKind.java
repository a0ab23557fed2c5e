package ft.transcendence.composition.syntax;

/** The lexical tokens that schemas are made of. */
enum TokenKind {
    END,
    NAME,
    INT,
    FLOAT,
    STRING,
    PUNCTUATOR
}
