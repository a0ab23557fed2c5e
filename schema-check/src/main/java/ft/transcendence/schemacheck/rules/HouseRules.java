package ft.transcendence.schemacheck.rules;

import ft.transcendence.schemacheck.finding.CheckException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads which house rules someone wants. */
public final class HouseRules {
    public static final String ALL = "all";
    private static final String NONE = "none";

    private HouseRules() {}

    /**
     * Reads {@code all}, {@code none}, or names separated by commas.
     *
     * @throws CheckException if a name is unknown
     */
    public static Set<HouseRule> parse(String text) {
        if (text.equals(ALL)) {
            return EnumSet.allOf(HouseRule.class);
        }
        if (text.equals(NONE)) {
            return Set.of();
        }
        Set<HouseRule> rules = EnumSet.noneOf(HouseRule.class);
        for (String name : text.split(",", -1)) {
            rules.add(Arrays.stream(HouseRule.values())
                    .filter(rule -> name(rule).equals(name.strip()))
                    .findFirst()
                    .orElseThrow(() -> new CheckException("there is no house rule '" + name.strip() + "', only "
                            + Arrays.stream(HouseRule.values())
                                    .map(HouseRules::name)
                                    .collect(Collectors.joining(", ")) + ", "
                            + ALL + " and " + NONE)));
        }
        return rules;
    }

    private static String name(HouseRule rule) {
        return rule.name().toLowerCase(Locale.ROOT);
    }
}
