package ft.transcendence.federation.operation;

import ft.transcendence.federation.operation.Deferral.Fragment;
import ft.transcendence.federation.operation.OperationException.Code;
import graphql.language.Argument;
import graphql.language.BooleanValue;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.StringValue;
import graphql.language.VariableReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds the deferred fragments of an operation and numbers the parts of its response. */
final class DeferralCollector {

    /** Instead of a fragment: none. */
    static final int PRIMARY = -1;

    /** Parts are combinations of fragments, of which an operation could have very many. */
    private static final int MOST_PARTS = 100;

    private final int mostFragments;
    private final Predicate<String> conditions;
    private final List<Fragment> fragments = new ArrayList<>();
    private final Map<Long, Integer> parts = new LinkedHashMap<>();

    /**
     * @param mostFragments how many may be deferred; with 0 nothing is deferred, whatever the operation says
     * @param conditions the values of the variables in {@code @defer(if:)}
     */
    DeferralCollector(int mostFragments, Predicate<String> conditions) {
        this.mostFragments = mostFragments;
        this.conditions = conditions;
    }

    /**
     * Enters a fragment.
     *
     * @param around the number of the deferred fragment around it, or {@link #PRIMARY}
     * @return the number of the fragment if it is deferred, otherwise {@code around}
     */
    int enter(DirectivesContainer<?> fragment, int around) {
        if (mostFragments == 0 || fragment.getDirectives().isEmpty()) {
            return around;
        }
        List<Directive> defer = fragment.getDirectives("defer");
        if (defer.isEmpty() || !isActive(defer.getFirst())) {
            return around;
        }
        if (fragments.size() == mostFragments) {
            throw new OperationException(
                    Code.OPERATION_TOO_LARGE, "The operation has more than " + mostFragments + " deferred fragments.");
        }
        long ancestors = around == PRIMARY ? 0 : fragments.get(around).ancestors() | 1L << around;
        fragments.add(new Fragment(label(defer.getFirst()), around, ancestors));
        return fragments.size() - 1;
    }

    private boolean isActive(Directive defer) {
        Argument condition = defer.getArgument("if");
        if (condition == null) {
            return true;
        }
        return switch (condition.getValue()) {
            case BooleanValue value -> value.isValue();
            case VariableReference variable -> conditions.test(variable.getName());
            default -> true;
        };
    }

    private static @Nullable String label(Directive defer) {
        Argument label = defer.getArgument("label");
        return label != null && label.getValue() instanceof StringValue text ? text.getValue() : null;
    }

    /** How many deferred fragments have been entered. */
    int count() {
        return fragments.size();
    }

    /**
     * Where a field is delivered.
     *
     * @param selecting the deferred fragments that select it directly, with {@link #PRIMARY} for a selection outside of any
     * @param below the deferred fragments that it contains
     */
    DeferredField field(Collection<Integer> selecting, List<DeferredField.Place> below) {
        if (fragments.isEmpty()) {
            return DeferredField.NONE;
        }
        long direct = 0;
        boolean primary = false;
        for (int fragment : selecting) {
            primary |= fragment == PRIMARY;
            direct |= fragment == PRIMARY ? 0 : 1L << fragment;
        }
        return new DeferredField(primary ? 0 : part(direct), direct, below);
    }

    /** The part of the fragments, of which those inside of another one are left out: they get the field with that one. */
    private int part(long selecting) {
        long outermost = selecting;
        for (int fragment = 0; fragment < fragments.size(); fragment++) {
            if ((fragments.get(fragment).ancestors() & selecting) != 0) {
                outermost &= ~(1L << fragment);
            }
        }
        int part = parts.computeIfAbsent(outermost, ignored -> parts.size() + 1);
        if (part > MOST_PARTS) {
            throw new OperationException(
                    Code.OPERATION_TOO_LARGE,
                    "The deferred fragments of the operation overlap in more than " + MOST_PARTS + " ways.");
        }
        return part;
    }

    Deferral result(List<DeferredField.Place> places) {
        return fragments.isEmpty() ? Deferral.NONE : new Deferral(fragments, List.copyOf(parts.keySet()), places);
    }
}
