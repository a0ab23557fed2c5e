package ft.transcendence.composition.link;

import java.util.Comparator;
import java.util.Optional;

/** The version of a specification, written {@code v2.9}. */
public record SpecVersion(int major, int minor) implements Comparable<SpecVersion> {
    /** More digits than the number of any version has. */
    private static final int MAX_DIGITS = 9;

    /** Reads {@code v2.9}. */
    public static Optional<SpecVersion> parse(String text) {
        int dot = text.indexOf('.');
        if (dot < 0 || text.charAt(0) != 'v') {
            return Optional.empty();
        }
        String major = text.substring(1, dot);
        String minor = text.substring(dot + 1);
        return isNumber(major) && isNumber(minor)
                ? Optional.of(new SpecVersion(Integer.parseInt(major), Integer.parseInt(minor)))
                : Optional.empty();
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty()
                && text.length() <= MAX_DIGITS
                && text.chars().allMatch(character -> character >= '0' && character <= '9');
    }

    public boolean isAtLeast(SpecVersion other) {
        return compareTo(other) >= 0;
    }

    @Override
    public int compareTo(SpecVersion other) {
        return Comparator.comparingInt(SpecVersion::major)
                .thenComparingInt(SpecVersion::minor)
                .compare(this, other);
    }

    @Override
    public String toString() {
        return "v" + major + "." + minor;
    }
}
