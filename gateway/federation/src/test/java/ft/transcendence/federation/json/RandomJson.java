package ft.transcendence.federation.json;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Random JSON values, as text with random white space and with damage. */
final class RandomJson {

    private static final String[] TEXTS = {
        "",
        "a",
        "plain words of some length",
        "\"",
        "\\",
        "\n\t\r\b\f",
        "\u0000\u001f\u007f",
        "é",
        "日本語",
        "😀",
        "a\\\"b",
        "/"
    };

    /** The committed seed, or the one of a nightly run. */
    static final long FIRST_SEED = Long.getLong("random.first", 0L);

    private final Random random;

    RandomJson(long seed) {
        this.random = new Random(seed);
    }

    @Nullable Object value(int depth) {
        return switch (random.nextInt(depth == 0 ? 6 : 9)) {
            case 0 -> null;
            case 1 -> random.nextBoolean();
            case 2 -> random.nextLong();
            case 3 -> (long) random.nextInt(1000);
            case 4, 5 -> text();
            case 6, 7 -> object(depth);
            default -> array(depth);
        };
    }

    private Map<String, @Nullable Object> object(int depth) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            members.put(text() + i, value(depth - 1));
        }
        return members;
    }

    private List<@Nullable Object> array(int depth) {
        List<@Nullable Object> elements = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            elements.add(value(depth - 1));
        }
        return elements;
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            text.append(TEXTS[random.nextInt(TEXTS.length)]);
        }
        return text.toString();
    }

    /** Inserts white space where JSON allows it. */
    byte[] loosen(String json) {
        StringBuilder loose = new StringBuilder();
        boolean inString = false;
        for (int i = 0; i < json.length(); i++) {
            char next = json.charAt(i);
            boolean punctuation = !inString && "{}[],:".indexOf(next) >= 0;
            if (punctuation && random.nextBoolean()) {
                loose.append(" \n");
            }
            loose.append(next);
            if (punctuation && random.nextBoolean()) {
                loose.append("\t\r ");
            }
            if (next == '\\') {
                loose.append(json.charAt(++i));
            } else if (next == '"') {
                inString = !inString;
            }
        }
        return loose.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Replaces, removes or repeats one byte. Replacements are ASCII, so that an ASCII text stays UTF-8. */
    byte[] damage(byte[] json) {
        byte[] damaged = json.clone();
        if (damaged.length == 0) {
            return damaged;
        }
        int at = random.nextInt(damaged.length);
        while (at > 0 && damaged[at] < 0) {
            at--;
        }
        if (damaged[at] < 0) {
            return damaged;
        }
        String replacements = "{}[]\",:\\0-.tfn \u0001x";
        damaged[at] = (byte) replacements.charAt(random.nextInt(replacements.length()));
        return random.nextInt(3) == 0 ? Arrays.copyOf(damaged, at) : damaged;
    }
}
