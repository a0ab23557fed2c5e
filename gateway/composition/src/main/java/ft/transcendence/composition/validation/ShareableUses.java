package ft.transcendence.composition.validation;

import ft.transcendence.composition.ErrorCode;
import ft.transcendence.composition.Place;
import ft.transcendence.composition.findings.Findings;
import ft.transcendence.composition.schema.DirectiveUse;
import ft.transcendence.composition.schema.Field;
import ft.transcendence.composition.schema.KnownDirective;
import ft.transcendence.composition.schema.NamedType;
import ft.transcendence.composition.subgraph.Subgraph;
import ft.transcendence.composition.subgraph.SubgraphFacts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code @shareable} stands on object types and their fields, and once on each: a type's definition and its extensions can each have it. */
final class ShareableUses implements SubgraphRule {
    private static final int DEFINITION = -1;

    @Override
    public Set<KnownDirective> directives() {
        return Set.of(KnownDirective.SHAREABLE);
    }

    @Override
    public void check(Subgraph subgraph, SubgraphFacts facts, Findings findings) {
        for (NamedType type : subgraph.schema().types().values()) {
            switch (type.kind()) {
                case OBJECT -> object(subgraph, type, findings);
                case INTERFACE -> fieldsOfInterface(subgraph, type, findings);
                case UNION, SCALAR, ENUM, INPUT_OBJECT -> {}
            }
        }
    }

    private static void object(Subgraph subgraph, NamedType type, Findings findings) {
        Map<Integer, List<DirectiveUse>> byDeclaration = type.uses(KnownDirective.SHAREABLE)
                .collect(Collectors.groupingBy(
                        use -> SubgraphFacts.isOfExtension(type, use) ? use.declaration() : DEFINITION,
                        LinkedHashMap::new,
                        Collectors.toList()));
        byDeclaration
                .values()
                .forEach(uses -> once(subgraph, "a declaration of \"" + type.name() + "\"", uses, findings));
        for (Field field : type.fields().values()) {
            if (field.has(KnownDirective.SHAREABLE)) {
                List<DirectiveUse> uses = field.uses(KnownDirective.SHAREABLE).toList();
                once(subgraph, "\"" + field.coordinate() + "\"", uses, findings);
            }
        }
    }

    private static void once(Subgraph subgraph, String element, List<DirectiveUse> uses, Findings findings) {
        if (uses.size() > 1) {
            List<Place> places = uses.stream().map(DirectiveUse::place).toList();
            findings.error(
                    ErrorCode.INVALID_SHAREABLE_USAGE,
                    "[" + subgraph.name() + "] " + element + " has @shareable " + uses.size() + " times",
                    places);
        }
    }

    private static void fieldsOfInterface(Subgraph subgraph, NamedType type, Findings findings) {
        for (Field field : type.fields().values()) {
            field.uses(KnownDirective.SHAREABLE)
                    .forEach(use -> findings.error(
                            ErrorCode.INVALID_SHAREABLE_USAGE,
                            "[" + subgraph.name() + "] \"" + field.coordinate()
                                    + "\" is @shareable, which a field of an interface cannot be",
                            use.place()));
        }
    }
}
