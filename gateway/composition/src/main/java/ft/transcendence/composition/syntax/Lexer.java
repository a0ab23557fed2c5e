package ft.transcendence.composition.syntax;

import ft.transcendence.composition.schema.Names;

/** Splits a document into tokens (GraphQL specification, section 2.1). Holds the current token; {@link #advance} moves to the next. */
final class Lexer {
    private static final int NONE = -1;

    private final String text;
    private int position;
    private int lineStart;
    private int line = 1;

    private TokenKind kind = TokenKind.END;
    private String value = "";
    private int tokenLine = 1;
    private int tokenColumn = 1;

    Lexer(String text) {
        this.text = text;
        advance();
    }

    TokenKind kind() {
        return kind;
    }

    /** The name, the digits, the content of the string or the punctuator; empty at the end. */
    String value() {
        return value;
    }

    int line() {
        return tokenLine;
    }

    int column() {
        return tokenColumn;
    }

    boolean is(TokenKind expected, String expectedValue) {
        return kind == expected && value.equals(expectedValue);
    }

    SyntaxError error(String message) {
        return new SyntaxError(message, tokenLine, tokenColumn);
    }

    void advance() {
        skipIgnored();
        tokenLine = line;
        tokenColumn = position - lineStart + 1;
        int character = peek(0);
        if (character == NONE) {
            token(TokenKind.END, "");
        } else if (Names.isStart(character)) {
            name();
        } else if (character == '"') {
            string();
        } else if (character == '-' || Names.isDigit(character)) {
            number();
        } else {
            punctuator(character);
        }
    }

    private int peek(int offset) {
        return position + offset < text.length() ? text.charAt(position + offset) : NONE;
    }

    private void token(TokenKind found, String content) {
        kind = found;
        value = content;
    }

    private void skipIgnored() {
        while (position < text.length()) {
            switch (text.charAt(position)) {
                case ' ', '\t', ',', '\uFEFF' -> position++;
                case '\n', '\r' -> newLine();
                case '#' -> skipComment();
                default -> {
                    return;
                }
            }
        }
    }

    private void newLine() {
        position += text.charAt(position) == '\r' && peek(1) == '\n' ? 2 : 1;
        line++;
        lineStart = position;
    }

    private void skipComment() {
        while (position < text.length() && text.charAt(position) != '\n' && text.charAt(position) != '\r') {
            position++;
        }
    }

    private void name() {
        int start = position;
        while (Names.isPart(peek(0))) {
            position++;
        }
        token(TokenKind.NAME, text.substring(start, position));
    }

    private void punctuator(int character) {
        switch (character) {
            case '!', '$', '&', '(', ')', ':', '=', '@', '[', ']', '{', '|', '}' -> {
                position++;
                token(TokenKind.PUNCTUATOR, String.valueOf((char) character));
            }
            default ->
                throw error(
                        character == '\''
                                ? "' does not begin a string: strings have double quotes"
                                : "unexpected character " + shown(character));
        }
    }

    private static String shown(int character) {
        return character >= ' ' && character < 127
                ? String.valueOf((char) character)
                : String.format("U+%04X", character);
    }

    private void number() {
        int start = position;
        if (peek(0) == '-') {
            position++;
        }
        if (peek(0) == '0') {
            position++;
            if (Names.isDigit(peek(0))) {
                throw error("a number has no leading zeros");
            }
        } else {
            digits();
        }
        boolean isFloat = false;
        if (peek(0) == '.') {
            isFloat = true;
            position++;
            digits();
        }
        if (peek(0) == 'e' || peek(0) == 'E') {
            isFloat = true;
            position++;
            if (peek(0) == '+' || peek(0) == '-') {
                position++;
            }
            digits();
        }
        if (peek(0) == '.' || Names.isStart(peek(0))) {
            throw error("a number ends before " + shown(peek(0)));
        }
        token(isFloat ? TokenKind.FLOAT : TokenKind.INT, text.substring(start, position));
    }

    private void digits() {
        if (!Names.isDigit(peek(0))) {
            throw error("a digit is missing in a number");
        }
        while (Names.isDigit(peek(0))) {
            position++;
        }
    }

    private void string() {
        if (peek(1) == '"' && peek(2) == '"') {
            blockString();
            return;
        }
        position++;
        StringBuilder content = new StringBuilder();
        while (true) {
            int character = peek(0);
            if (character == NONE || character == '\n' || character == '\r') {
                throw error("a string has no end");
            }
            position++;
            if (character == '"') {
                token(TokenKind.STRING, content.toString());
                return;
            }
            if (character == '\\') {
                escape(content);
            } else {
                content.append(scalarValue(character));
            }
        }
    }

    /** The character if it is part of a Unicode scalar value: surrogates come in pairs. */
    private char scalarValue(int character) {
        char found = (char) character;
        boolean isPaired = Character.isHighSurrogate(found)
                ? position < text.length() && Character.isLowSurrogate(text.charAt(position))
                : !Character.isLowSurrogate(found)
                        || position >= 2 && Character.isHighSurrogate(text.charAt(position - 2));
        if (!isPaired) {
            throw error("invalid character " + shown(character) + " in a string");
        }
        return found;
    }

    private void escape(StringBuilder content) {
        int escaped = peek(0);
        position++;
        switch (escaped) {
            case '"', '\\', '/' -> content.append((char) escaped);
            case 'b' -> content.append('\b');
            case 'f' -> content.append('\f');
            case 'n' -> content.append('\n');
            case 'r' -> content.append('\r');
            case 't' -> content.append('\t');
            case 'u' -> unicode(content);
            default -> throw error("invalid escape in a string");
        }
    }

    private void unicode(StringBuilder content) {
        if (peek(0) == '{') {
            int end = text.indexOf('}', position);
            int code = end > position + 1 && end < position + 10 ? hexadecimal(position + 1, end) : NONE;
            if (code < 0 || code > Character.MAX_CODE_POINT || isSurrogate(code)) {
                throw error("invalid Unicode escape in a string");
            }
            content.appendCodePoint(code);
            position = end + 1;
            return;
        }
        int code = hexadecimal(position, position + 4);
        position += 4;
        if (code >= 0 && Character.isHighSurrogate((char) code) && peek(0) == '\\' && peek(1) == 'u') {
            int low = hexadecimal(position + 2, position + 6);
            if (low >= 0 && Character.isLowSurrogate((char) low)) {
                content.append((char) code).append((char) low);
                position += 6;
                return;
            }
        }
        if (code < 0 || isSurrogate(code)) {
            throw error("invalid Unicode escape in a string");
        }
        content.append((char) code);
    }

    private static boolean isSurrogate(int code) {
        return code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE;
    }

    private int hexadecimal(int start, int end) {
        if (end > text.length()) {
            return NONE;
        }
        int code = 0;
        for (int i = start; i < end; i++) {
            int digit = text.charAt(i) < 128 ? Character.digit(text.charAt(i), 16) : NONE;
            if (digit < 0) {
                return NONE;
            }
            code = code * 16 + digit;
        }
        return code;
    }

    private void blockString() {
        position += 3;
        StringBuilder content = new StringBuilder();
        while (true) {
            int character = peek(0);
            if (character == NONE) {
                throw error("a block string has no end");
            }
            if (character == '"' && peek(1) == '"' && peek(2) == '"') {
                position += 3;
                token(TokenKind.STRING, BlockStrings.dedented(content.toString()));
                return;
            }
            if (character == '\\' && peek(1) == '"' && peek(2) == '"' && peek(3) == '"') {
                content.append("\"\"\"");
                position += 4;
            } else if (character == '\n' || character == '\r') {
                newLine();
                content.append('\n');
            } else {
                position++;
                content.append(scalarValue(character));
            }
        }
    }
}
