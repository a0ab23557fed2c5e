package ft.transcendence.federation.preparation;

import ft.transcendence.federation.RequestContext;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decides which labels of progressive {@code @override}s are active for a request. {@code percent(n)} is active in n of 100 requests.
 *
 * <p>One random number decides all percentages of a request: a request among the 5 percent is also among the 20 percent. So n percentages
 * make n + 1 plans instead of 2ⁿ.
 */
public final class ProgressiveOverrides {

    private static final Pattern PERCENT = Pattern.compile("percent\\((\\d{1,3}(?:\\.\\d+)?)\\)");

    private final DoubleSupplier draws;

    /** @param draws random numbers from 0 (inclusive) to 1 (exclusive) */
    public ProgressiveOverrides(DoubleSupplier draws) {
        this.draws = draws;
    }

    /** @param labels the labels that the plan depends on */
    Set<String> active(List<String> labels, RequestContext context) {
        if (labels.isEmpty()) {
            return Set.of();
        }
        double draw = -1;
        Set<String> active = new LinkedHashSet<>();
        for (String label : labels) {
            Matcher percent = PERCENT.matcher(label);
            boolean isActive;
            if (percent.matches()) {
                draw = draw < 0 ? draws.getAsDouble() * 100 : draw;
                isActive = draw < Double.parseDouble(percent.group(1));
            } else {
                isActive = context.isOverrideLabelActive(label);
            }
            if (isActive) {
                active.add(label);
            }
        }
        return active;
    }
}
