package ft.transcendence.federation.plan.selection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One occurrence of a field in the client's operation, distinguished from others by its directives. A field may be written several times in
 * one selection set. Directives do not keep such fields from being merged, and a subgraph gets every occurrence: {@code at at@format}.
 *
 * @param fragments the directives of the enclosing fragments, outermost first; fragments without directives are left out
 * @param field the field's own directives
 */
public record Occurrence(List<List<Directive>> fragments, List<Directive> field) {
    /** A field without directives. */
    public static final Occurrence PLAIN = new Occurrence(List.of(), List.of());

    public Occurrence {
        fragments = fragments.stream().map(List::copyOf).toList();
        field = List.copyOf(field);
    }

    /** The distinct occurrences in order; empty for a field that is written without directives only. */
    public static List<Occurrence> distinct(Collection<Occurrence> written) {
        List<Occurrence> distinct = written.stream().distinct().toList();
        return distinct.equals(List.of(PLAIN)) ? List.of() : distinct;
    }

    /** The occurrences of a field that is selected twice. */
    public static List<Occurrence> both(List<Occurrence> one, List<Occurrence> other) {
        if (one.equals(other)) {
            return one;
        }
        Set<Occurrence> all = new LinkedHashSet<>(orPlain(one));
        all.addAll(orPlain(other));
        return distinct(new ArrayList<>(all));
    }

    /** The occurrences to write: a field without any is written once. */
    public static List<Occurrence> orPlain(List<Occurrence> occurrences) {
        return occurrences.isEmpty() ? List.of(PLAIN) : occurrences;
    }

    /** This occurrence within one more fragment. A fragment without directives changes nothing. */
    public Occurrence inside(List<Directive> fragment) {
        if (fragment.isEmpty()) {
            return this;
        }
        List<List<Directive>> all = new ArrayList<>(fragments);
        all.add(fragment);
        return new Occurrence(all, field);
    }

    /** All directives, outermost first. */
    public Stream<Directive> directives() {
        return Stream.concat(fragments.stream().flatMap(List::stream), field.stream());
    }

    /** Opens the fragments that carry directives. */
    public String opening() {
        StringBuilder text = new StringBuilder();
        fragments.forEach(directives ->
                text.append("...").append(Directive.text(directives)).append('{'));
        return text.toString();
    }

    /** Closes what {@link #opening} opens. */
    public String closing() {
        return "}".repeat(fragments.size());
    }
}
