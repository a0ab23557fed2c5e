package ft.transcendence.federation.plan;

/** Text of nested blocks, two blanks deeper for each. The steps of planning are printed with it. */
public final class IndentedText {
    private final StringBuilder out = new StringBuilder();
    private int depth;

    /** Adds a line that opens a block. */
    public void open(String text) {
        line(text);
        depth++;
    }

    /** Adds a line that closes a block. */
    public void close(String text) {
        depth--;
        line(text);
    }

    /** Adds a line to the current block. */
    public void line(String text) {
        out.append("  ".repeat(depth)).append(text).append('\n');
    }

    /** All lines so far, each with its line break. */
    @Override
    public String toString() {
        return out.toString();
    }
}
