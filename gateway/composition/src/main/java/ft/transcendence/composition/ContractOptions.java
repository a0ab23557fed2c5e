package ft.transcendence.composition;

import java.util.Set;

/**
 * What a contract shows.
 *
 * @param include if not empty, only elements with one of these tags are shown
 * @param exclude elements with one of these tags are not shown, not even if they are included
 */
public record ContractOptions(Set<String> include, Set<String> exclude, UnreachableTypes unreachableTypes) {

    /** No contract: everything is shown. */
    public static final ContractOptions NONE = new ContractOptions(Set.of(), Set.of(), UnreachableTypes.KEPT);

    /** Types that nothing leads to from the root types. */
    public enum UnreachableTypes {
        KEPT,
        HIDDEN
    }

    public ContractOptions {
        include = Set.copyOf(include);
        exclude = Set.copyOf(exclude);
    }

    /** Whether an element with these tags is not shown. */
    public boolean hides(Set<String> tags) {
        return !include.isEmpty() && tags.stream().noneMatch(include::contains) || excludes(tags);
    }

    /** Whether one of these tags is excluded. */
    public boolean excludes(Set<String> tags) {
        return tags.stream().anyMatch(exclude::contains);
    }

    /** Whether everything is shown. */
    public boolean isNone() {
        return equals(NONE);
    }
}
