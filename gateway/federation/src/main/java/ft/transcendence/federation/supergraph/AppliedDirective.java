package ft.transcendence.federation.supergraph;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A directive applied to a type or field, for example {@code authenticated} or {@code cost}.
 *
 * @param name the name in its specification, whatever the supergraph imports it as
 * @param arguments strings, numbers, booleans, and lists and maps of those
 */
public record AppliedDirective(String name, Map<String, Object> arguments) {
    public AppliedDirective {
        arguments = Map.copyOf(arguments);
    }

    /** The first directive of this name. */
    public static Optional<AppliedDirective> find(List<AppliedDirective> directives, String name) {
        return directives.stream()
                .filter(directive -> directive.name().equals(name))
                .findFirst();
    }
}
