package ft.transcendence.composition.merge;

import ft.transcendence.composition.link.SpecUrl;
import ft.transcendence.composition.schema.DirectiveUse;
import ft.transcendence.composition.schema.KnownDirective;
import ft.transcendence.composition.schema.Literal;
import ft.transcendence.composition.schema.Names;
import ft.transcendence.composition.schema.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Links specifications in the supergraph, under aliases that no other name of the supergraph can be confused with. */
final class SupergraphLinks {
    private final Schema supergraph;
    private final UniqueAliases uniqueAliases;
    private final Map<String, Conflicts> conflicts = new LinkedHashMap<>();
    private final Map<String, String> aliases = new HashMap<>();

    /** Aliases that the imports of a specification rule out, for itself and for others. */
    private record Conflicts(Set<String> self, Set<String> others) {}

    /** A directive's name in its specification and in the supergraph, both without {@code @}. */
    record Imported(String name, String as) {}

    SupergraphLinks(Schema supergraph, UniqueAliases uniqueAliases) {
        this.supergraph = supergraph;
        this.uniqueAliases = uniqueAliases;
    }

    /** Announces a specification, before any is linked. */
    void announce(SpecUrl url, List<Imported> imports) {
        uniqueAliases.take(url.name());
        Set<String> self = new HashSet<>();
        Set<String> others = new HashSet<>();
        for (Imported imported : imports) {
            uniqueAliases.take(imported.as());
            int split = imported.as().indexOf("__");
            if (split > 0) {
                String namespace = imported.as().substring(0, split);
                if (!imported.as().substring(split + 2).equals(imported.name())) {
                    self.add(namespace);
                }
                others.add(namespace);
            }
            if (!imported.name().equals(url.name())) {
                self.add(imported.as());
            }
            others.add(imported.as());
        }
        conflicts.put(url.identity(), new Conflicts(self, others));
    }

    /** The alias under which the supergraph links a specification. */
    String alias(SpecUrl url) {
        return aliases.computeIfAbsent(
                url.identity(), identity -> isFree(url) ? url.name() : uniqueAliases.make(url.name()));
    }

    private boolean isFree(SpecUrl url) {
        String alias = url.name();
        return !alias.contains("__")
                && !alias.endsWith("_")
                && Names.isName(alias)
                && !aliases.containsValue(alias)
                && conflicts.entrySet().stream()
                        .noneMatch(conflict -> conflict.getKey().equals(url.identity())
                                ? conflict.getValue().self().contains(alias)
                                : conflict.getValue().others().contains(alias));
    }

    /** The name, without {@code @}, that a directive has under an alias if it is not imported. */
    static String unimported(SpecUrl url, String alias, String directive) {
        return directive.equals(url.name()) ? alias : alias + "__" + directive;
    }

    void link(SpecUrl url, Optional<String> purpose, List<Imported> imports) {
        Map<String, Literal> arguments = new LinkedHashMap<>();
        arguments.put("url", Literal.of(url.toString()));
        String alias = alias(url);
        if (!alias.equals(url.name())) {
            arguments.put("as", Literal.of(alias));
        }
        if (!imports.isEmpty()) {
            List<Literal> items = new ArrayList<>();
            imports.forEach(imported -> items.add(literal(imported)));
            arguments.put("import", new Literal.ListOf(items));
        }
        purpose.ifPresent(name -> arguments.put("for", new Literal.Symbol(name)));
        supergraph
                .element()
                .directives()
                .add(new DirectiveUse("link", KnownDirective.LINK, arguments, 0, JoinUses.NOWHERE));
    }

    private static Literal literal(Imported imported) {
        if (imported.name().equals(imported.as())) {
            return Literal.of("@" + imported.name());
        }
        Map<String, Literal> fields = new LinkedHashMap<>();
        fields.put("name", Literal.of("@" + imported.name()));
        fields.put("as", Literal.of("@" + imported.as()));
        return new Literal.ObjectOf(fields);
    }
}
