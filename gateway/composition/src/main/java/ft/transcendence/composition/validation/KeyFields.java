package ft.transcendence.composition.validation;

import ft.transcendence.composition.ErrorCode;
import ft.transcendence.composition.findings.Findings;
import ft.transcendence.composition.link.SpecVersion;
import ft.transcendence.composition.schema.DirectiveUse;
import ft.transcendence.composition.schema.Field;
import ft.transcendence.composition.schema.KnownDirective;
import ft.transcendence.composition.schema.NamedType;
import ft.transcendence.composition.schema.Schema;
import ft.transcendence.composition.selection.Resolution;
import ft.transcendence.composition.subgraph.Subgraph;
import ft.transcendence.composition.subgraph.SubgraphFacts;
import ft.transcendence.federation.supergraph.TypeKind;
import java.util.Optional;
import java.util.Set;

/** A {@code @key} selects fields that exist, have one value and no arguments. Interfaces can have keys from federation 2.3. */
final class KeyFields implements SubgraphRule {
    private static final SpecVersion INTERFACE_KEYS = new SpecVersion(2, 3);

    @Override
    public Set<KnownDirective> directives() {
        return Set.of(KnownDirective.KEY);
    }

    @Override
    public void check(Subgraph subgraph, SubgraphFacts facts, Findings findings) {
        for (NamedType type : subgraph.schema().types().values()) {
            for (DirectiveUse key : type.directives()) {
                if (key.is(KnownDirective.KEY)) {
                    check(type, new FieldSetUse(subgraph, facts, findings, FieldSetDirective.KEY, type, key));
                }
            }
        }
    }

    private static void check(NamedType type, FieldSetUse key) {
        if (type.kind() == TypeKind.INTERFACE && !key.subgraph().version().isAtLeast(INTERFACE_KEYS)) {
            key.findings()
                    .error(
                            ErrorCode.KEY_UNSUPPORTED_ON_INTERFACE,
                            "[" + key.subgraph().name() + "] the interface \"" + type.name()
                                    + "\" has a @key, which federation "
                                    + key.subgraph().version()
                                    + " does not support",
                            key.use().place());
        }
        Optional<Resolution> selection = key.facts().selection(type, key.use());
        Optional<Field> invalid =
                selection.flatMap(resolution -> ofInvalidType(key.subgraph().schema(), resolution));
        if (invalid.isPresent()) {
            key.error(
                    ErrorCode.KEY_FIELDS_SELECT_INVALID_TYPE,
                    "\"" + invalid.get().coordinate() + "\" is an interface or a union",
                    invalid.get().places());
            return;
        }
        key.valid(selection).ifPresent(selections -> {
            key.forbidDirectives(selections);
            key.forbidArguments(selections, ErrorCode.KEY_FIELDS_HAS_ARGS);
        });
    }

    /** The first selected field of an abstract type. It is a mistake even if there is another one behind it. */
    private static Optional<Field> ofInvalidType(Schema schema, Resolution resolution) {
        return resolution.visited().stream()
                .filter(field -> schema.kind(field.type().namedType())
                        .filter(kind -> kind == TypeKind.INTERFACE || kind == TypeKind.UNION)
                        .isPresent())
                .findFirst();
    }
}
