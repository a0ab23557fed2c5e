package ft.transcendence.composition.reader;

import ft.transcendence.composition.link.Link;
import ft.transcendence.composition.link.Links;
import ft.transcendence.composition.link.Specifications;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The links of a schema while they are read. It refuses a link when a name would mean two things: an import could be read as a namespaced name of
 * another link, or two links share a namespace or an imported name.
 */
final class LinkTable {
    private static final Set<String> FEDERATION_NAMESPACED = Set.of(Specifications.TAG, Specifications.INACCESSIBLE);

    private final Map<String, Link> byIdentity = new LinkedHashMap<>();
    private final Map<String, Link> byNamespace = new HashMap<>();
    private final Map<String, Imported> byImportedName = new HashMap<>();
    /** Imported names with two underscores, by what stands before these. */
    private final Map<String, Imported> byPrefix = new HashMap<>();

    private record Imported(Link link, Link.Import name) {}

    Links links() {
        return new Links(List.copyOf(byIdentity.values()));
    }

    /** Adds a link; or says why it cannot be added. */
    Optional<String> add(Link link) {
        String problem = namespaceProblem(link);
        if (problem == null) {
            problem = importsProblem(link);
        }
        if (problem == null) {
            byNamespace.put(link.namespace(), link);
            byIdentity.put(link.url().identity(), link);
        }
        return Optional.ofNullable(problem);
    }

    private @Nullable String namespaceProblem(Link link) {
        String identity = link.url().identity();
        String namespace = link.namespace();
        if (byIdentity.containsKey(identity)) {
            return "\"" + identity + "\" is linked twice";
        }
        if (!isNamespace(namespace) && !isFederationsOwn(link)) {
            return "\"" + identity + "\" is linked as \"" + namespace + "\", which is no namespace: it has to be a name"
                    + " without two underscores in a row and without one at its end";
        }
        Imported confusing = byPrefix.getOrDefault(namespace, byImportedName.get("@" + namespace));
        if (confusing != null) {
            return confusion(confusing.link(), confusing.name(), link);
        }
        Link other = byNamespace.get(namespace);
        if (other != null) {
            return "\"" + identity + "\" and \"" + other.url().identity() + "\" are both linked as \"" + namespace
                    + "\"";
        }
        return null;
    }

    private static boolean isFederationsOwn(Link link) {
        return FEDERATION_NAMESPACED.contains(link.url().identity())
                && link.namespace().equals("federation__" + link.url().name())
                && link.imports().isEmpty();
    }

    private static boolean isNamespace(String text) {
        if (text.isEmpty() || text.contains("__") || text.endsWith("_") || Character.isDigit(text.charAt(0))) {
            return false;
        }
        return text.charAt(0) != '.'
                && text.charAt(0) != '-'
                && text.chars()
                        .allMatch(character -> character < 128
                                && (Character.isLetterOrDigit(character)
                                        || character == '_'
                                        || character == '.'
                                        || character == '-'));
    }

    private static String confusion(Link importing, Link.Import name, Link namespace) {
        return "\"" + name.as() + "\", imported from \"" + importing.url().identity()
                + "\", could also be a name of \"" + namespace.url().identity() + "\", linked as \""
                + namespace.namespace() + "\"";
    }

    private @Nullable String importsProblem(Link link) {
        Map<String, String> names = new HashMap<>();
        for (Link.Import imported : link.imports()) {
            String problem = importProblem(link, imported, names);
            if (problem != null) {
                return problem;
            }
        }
        return null;
    }

    private @Nullable String importProblem(Link link, Link.Import imported, Map<String, String> names) {
        boolean isDirective = imported.name().startsWith("@");
        String specName = isDirective ? imported.name().substring(1) : imported.name();
        String schemaName =
                isDirective && !imported.as().isEmpty() ? imported.as().substring(1) : imported.as();
        int split = schemaName.indexOf("__");
        if (split >= 0) {
            String prefix = schemaName.substring(0, split);
            if (prefix.equals(link.namespace())) {
                if (!schemaName.substring(split + 2).equals(specName)) {
                    return confusion(link, imported, link);
                }
            } else if (byNamespace.containsKey(prefix)) {
                return confusion(link, imported, byNamespace.get(prefix));
            } else {
                byPrefix.putIfAbsent(prefix, new Imported(link, imported));
            }
        }
        if (isDirective) {
            boolean isOwnNamespace = schemaName.equals(link.namespace());
            if (isOwnNamespace && !specName.equals(link.url().name())) {
                return confusion(link, imported, link);
            }
            if (!isOwnNamespace && byNamespace.containsKey(schemaName)) {
                return confusion(link, imported, byNamespace.get(schemaName));
            }
        }
        String previous = names.putIfAbsent(imported.name(), imported.as());
        if (previous != null && !previous.equals(imported.as())) {
            return "\"" + imported.name() + "\" is imported twice, as \"" + previous + "\" and as \"" + imported.as()
                    + "\"";
        }
        Imported other = byImportedName.putIfAbsent(imported.as(), new Imported(link, imported));
        if (other != null
                && !(other.link().url().identity().equals(link.url().identity())
                        && other.name().name().equals(imported.name()))) {
            return "\"" + imported.as() + "\" is imported twice, from \""
                    + other.link().url().identity() + "\" and \"" + link.url().identity() + "\"";
        }
        return null;
    }
}
