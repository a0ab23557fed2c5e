package ft.transcendence.composition.validation;

import ft.transcendence.composition.ErrorCode;
import ft.transcendence.composition.findings.Findings;
import ft.transcendence.composition.schema.DirectiveUse;
import ft.transcendence.composition.schema.Field;
import ft.transcendence.composition.schema.KnownDirective;
import ft.transcendence.composition.schema.NamedType;
import ft.transcendence.composition.subgraph.Subgraph;
import ft.transcendence.composition.subgraph.SubgraphFacts;
import ft.transcendence.federation.supergraph.TypeKind;
import java.util.Set;

/** A {@code @requires} selects external fields of its object type. Arguments may be passed to them. */
final class RequiresFields implements SubgraphRule {
    @Override
    public Set<KnownDirective> directives() {
        return Set.of(KnownDirective.REQUIRES);
    }

    @Override
    public void check(Subgraph subgraph, SubgraphFacts facts, Findings findings) {
        for (NamedType type : subgraph.schema().types().values()) {
            for (Field field : type.fields().values()) {
                for (DirectiveUse use : field.directives()) {
                    if (use.is(KnownDirective.REQUIRES)) {
                        check(
                                field,
                                new FieldSetUse(subgraph, facts, findings, FieldSetDirective.REQUIRES, field, use));
                    }
                }
            }
        }
    }

    private static void check(Field field, FieldSetUse requires) {
        if (field.parent().kind() == TypeKind.INTERFACE) {
            requires.findings()
                    .error(
                            ErrorCode.REQUIRES_UNSUPPORTED_ON_INTERFACE,
                            "[" + requires.subgraph().name() + "] \"" + field.coordinate()
                                    + "\" has @requires, which a field of an interface cannot have",
                            requires.use().place());
        }
        requires.valid(requires.facts().selection(field.parent(), requires.use()))
                .ifPresent(selections -> {
                    requires.forbidDirectives(selections);
                    new RequiredExternals(requires, ErrorCode.REQUIRES_FIELDS_MISSING_EXTERNAL).check(selections);
                });
    }
}
