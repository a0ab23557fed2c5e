package ft.transcendence.gateway.header;

import ft.transcendence.gateway.client.Header;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A rule for the headers of requests. It has exactly one of {@code propagate}, {@code propagate-matching}, {@code insert}, {@code
 * remove} and {@code remove-matching}.
 *
 * @param propagate the client's header that the subgraph gets
 * @param rename its name at the subgraph
 * @param defaultValue its value when the client sent none
 * @param propagateMatching regular expression; the subgraph gets the client's headers whose whole name in lower case matches,
 *     except for cookies
 * @param insert a header that the subgraph always gets
 * @param value its value
 * @param remove the header that the subgraph does not get
 * @param removeMatching regular expression; the subgraph does not get headers whose whole name in lower case matches
 */
record RequestHeaderRule(
        @Nullable String propagate,
        @Nullable String rename,
        @Nullable String defaultValue,
        @Nullable NamePattern propagateMatching,
        @Nullable String insert,
        @Nullable String value,
        @Nullable String remove,
        @Nullable NamePattern removeMatching) {
    private static final String COOKIE = "cookie";

    RequestHeaderRule {
        long actions = Stream.of(propagate, propagateMatching, insert, remove, removeMatching)
                .flatMap(Stream::ofNullable)
                .count();
        if (actions != 1) {
            throw new IllegalArgumentException(
                    "A rule for requests has one of propagate, propagate-matching, insert, remove, remove-matching, not "
                            + actions);
        }
        if (propagate == null && (rename != null || defaultValue != null)) {
            throw new IllegalArgumentException("Only a rule with propagate can have rename or default-value");
        }
        if ((insert == null) != (value == null)) {
            throw new IllegalArgumentException("A rule has insert and value, or neither");
        }
        Stream.of(propagate, rename, insert, remove).flatMap(Stream::ofNullable).forEach(ReservedHeaders::refuse);
        // neither may end the header and start another
        new Header("x", value == null ? "" : value);
        new Header("x", defaultValue == null ? "" : defaultValue);
    }

    /** Whether it can use this header of a client. */
    boolean needs(String name) {
        return propagate == null
                ? propagateMatching != null && propagateMatching.matches(name) && !name.equals(COOKIE)
                : name.equalsIgnoreCase(propagate);
    }

    /**
     * Changes the headers of a request.
     *
     * @param client what is kept of the client's headers
     */
    void apply(List<Header> client, List<Header> request) {
        if (propagate != null) {
            propagate(HeaderSelection.lowerCase(propagate), client, request);
        } else if (propagateMatching != null) {
            propagateAll(client, request);
        } else if (insert != null && value != null) {
            replace(request, List.of(new Header(HeaderSelection.lowerCase(insert), value)));
        } else if (remove != null) {
            String name = HeaderSelection.lowerCase(remove);
            request.removeIf(header -> header.name().equals(name));
        } else if (removeMatching != null) {
            request.removeIf(header -> removeMatching.matches(header.name()));
        }
    }

    private void propagate(String name, List<Header> client, List<Header> request) {
        String target = rename == null ? name : HeaderSelection.lowerCase(rename);
        List<Header> found = client.stream()
                .filter(header -> header.name().equals(name))
                .map(header -> new Header(target, header.value()))
                .toList();
        if (!found.isEmpty()) {
            replace(request, found);
        } else if (defaultValue != null) {
            replace(request, List.of(new Header(target, defaultValue)));
        }
    }

    private void propagateAll(List<Header> client, List<Header> request) {
        List<Header> found =
                client.stream().filter(header -> needs(header.name())).toList();
        if (!found.isEmpty()) {
            replace(request, found);
        }
    }

    private static void replace(List<Header> request, List<Header> headers) {
        request.removeIf(
                present -> headers.stream().anyMatch(header -> header.name().equals(present.name())));
        request.addAll(headers);
    }

    /** Omits values, which may be secret. */
    @Override
    public String toString() {
        return Stream.of(propagate, propagateMatching, insert, remove, removeMatching)
                .flatMap(Stream::ofNullable)
                .map(Object::toString)
                .findFirst()
                .orElse("");
    }
}
