package ft.transcendence.federation.document;

import graphql.language.SourceLocation;
import java.util.Optional;

/**
 * Finds brackets that are nested too deeply, before recursive code (the parser, validation, everything that walks selections or literals) sees
 * the document. Strings and comments are skipped according to the lexical grammar of the GraphQL specification.
 */
final class NestingLimit {

    private final String text;
    private int at;
    private int line = 1;
    private int lineStart;

    private NestingLimit(String text) {
        this.text = text;
    }

    /** The location of the first bracket that is nested in more than {@code limit} others. */
    static Optional<SourceLocation> firstExceeding(int limit, String text) {
        return new NestingLimit(text).find(limit);
    }

    private Optional<SourceLocation> find(int limit) {
        int depth = 0;
        while (at < text.length()) {
            switch (text.charAt(at)) {
                case '{', '[', '(' -> {
                    depth++;
                    if (depth > limit) {
                        return Optional.of(new SourceLocation(line, at - lineStart + 1));
                    }
                }
                case '}', ']', ')' -> depth--;
                case '#' -> skipComment();
                case '"' -> skipString();
                case '\n' -> newLine();
                default -> {}
            }
            at++;
        }
        return Optional.empty();
    }

    private void newLine() {
        line++;
        lineStart = at + 1;
    }

    private void skipComment() {
        while (at + 1 < text.length() && text.charAt(at + 1) != '\n' && text.charAt(at + 1) != '\r') {
            at++;
        }
    }

    /** Stops at the closing quote, or at the end of the line if there is none. */
    private void skipString() {
        if (text.startsWith("\"\"\"", at)) {
            skipBlockString();
            return;
        }
        while (at + 1 < text.length() && text.charAt(at + 1) != '\n' && text.charAt(at + 1) != '\r') {
            at++;
            if (text.charAt(at) == '\\') {
                at++;
            } else if (text.charAt(at) == '"') {
                return;
            }
        }
    }

    private void skipBlockString() {
        at += 3;
        while (at < text.length() && !text.startsWith("\"\"\"", at)) {
            if (text.startsWith("\\\"\"\"", at)) {
                at += 3;
            } else if (text.charAt(at) == '\n') {
                newLine();
            }
            at++;
        }
        at += 2;
    }
}
