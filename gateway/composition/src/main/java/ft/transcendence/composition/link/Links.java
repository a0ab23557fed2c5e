package ft.transcendence.composition.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The specifications that a schema links, and what its names mean by them. */
public final class Links {
    private final List<Link> links;

    /**
     * What a name of a schema means.
     *
     * @param name the name in the specification, without {@code @}
     */
    public record SpecName(Link link, String name) {}

    public Links(List<Link> links) {
        this.links = List.copyOf(links);
    }

    public static Links none() {
        return new Links(List.of());
    }

    public List<Link> all() {
        return links;
    }

    public Optional<Link> of(String identity) {
        return links.stream()
                .filter(link -> link.url().identity().equals(identity))
                .findFirst();
    }

    /** The version of federation that is linked; empty for a Federation 1 schema. */
    public Optional<SpecVersion> federation() {
        return of(Specifications.FEDERATION).map(link -> link.url().version());
    }

    /** These links and another one. */
    public Links with(Link link) {
        List<Link> more = new ArrayList<>(links);
        more.add(link);
        return new Links(more);
    }

    /** What the name of a directive, without {@code @}, means; empty if it belongs to no linked specification. */
    public Optional<SpecName> directive(String name) {
        for (Link link : links) {
            for (Link.Import imported : link.imports()) {
                if (isDirective(imported.as(), name)) {
                    return Optional.of(new SpecName(link, imported.name().substring(1)));
                }
            }
        }
        return namespacedDirective(name).filter(found -> !isImported(found.link(), "@" + found.name()));
    }

    /** What the name of a type means; empty if it belongs to no linked specification. */
    public Optional<SpecName> type(String name) {
        for (Link link : links) {
            for (Link.Import imported : link.imports()) {
                if (imported.as().equals(name)) {
                    return Optional.of(new SpecName(link, imported.name()));
                }
            }
        }
        return namespaced(name).filter(found -> !isImported(found.link(), found.name()));
    }

    /** What a directive's name means if it is written as its specification's namespace has it, whether imported or not. */
    public Optional<SpecName> namespacedDirective(String name) {
        return namespaced(name).or(() -> links.stream()
                .filter(link -> link.namespace().equals(name))
                .findFirst()
                .map(link -> new SpecName(link, link.url().name())));
    }

    /** What a type's name means if it is written with its specification's namespace, whether imported or not. */
    public Optional<SpecName> namespaced(String name) {
        int split = name.indexOf("__");
        if (split < 0) {
            return Optional.empty();
        }
        for (Link link : links) {
            if (link.namespace().length() == split && name.startsWith(link.namespace())) {
                return Optional.of(new SpecName(link, name.substring(split + 2)));
            }
        }
        return Optional.empty();
    }

    private static boolean isDirective(String imported, String name) {
        return imported.length() == name.length() + 1 && imported.charAt(0) == '@' && imported.endsWith(name);
    }

    private static boolean isImported(Link link, String name) {
        return link.imports().stream().anyMatch(imported -> imported.name().equals(name));
    }

    /** The name, without {@code @}, that a directive of a linked specification has in this schema. */
    public Optional<String> nameOfDirective(String identity, String specificationName) {
        return of(identity).map(link -> link.nameOfDirective(specificationName));
    }
}
