package ft.transcendence.schemacheck.verdict;

import ft.transcendence.schemacheck.finding.Level;

/** Colours of a terminal, or none. */
public enum Paint {
    PLAIN,
    COLOURED;

    private static final int RED = 31;
    private static final int GREEN = 32;
    private static final int YELLOW = 33;
    private static final int CYAN = 36;

    String red(String text) {
        return paint(RED, text);
    }

    String green(String text) {
        return paint(GREEN, text);
    }

    String level(Level level, String text) {
        return paint(
                switch (level) {
                    case ERROR, BREAKING -> RED;
                    case DANGEROUS -> YELLOW;
                    case HINT -> CYAN;
                    case SAFE -> GREEN;
                },
                text);
    }

    private String paint(int colour, String text) {
        return this == PLAIN ? text : "\u001b[" + colour + "m" + text + "\u001b[0m";
    }
}
