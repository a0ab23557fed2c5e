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

/** A {@code @provides} selects external fields, without arguments, of its field's type. {@link ProvidesTargets} has checked that type. */
final class ProvidesFields implements SubgraphRule {
    @Override
    public Set<KnownDirective> directives() {
        return Set.of(KnownDirective.PROVIDES);
    }

    @Override
    public void check(Subgraph subgraph, SubgraphFacts facts, Findings findings) {
        for (NamedType type : subgraph.schema().types().values()) {
            for (Field field : type.fields().values()) {
                for (DirectiveUse use : field.directives()) {
                    if (use.is(KnownDirective.PROVIDES)) {
                        check(
                                field,
                                new FieldSetUse(subgraph, facts, findings, FieldSetDirective.PROVIDES, field, use));
                    }
                }
            }
        }
    }

    private static void check(Field field, FieldSetUse provides) {
        if (field.parent().kind() == TypeKind.INTERFACE) {
            provides.findings()
                    .error(
                            ErrorCode.PROVIDES_UNSUPPORTED_ON_INTERFACE,
                            "[" + provides.subgraph().name() + "] \"" + field.coordinate()
                                    + "\" has @provides, which a field of an interface cannot have",
                            provides.use().place());
        }
        provides.valid(provides.facts().provided(field, provides.use())).ifPresent(selections -> {
            provides.forbidDirectives(selections);
            provides.forbidArguments(selections, ErrorCode.PROVIDES_FIELDS_HAS_ARGS);
            new RequiredExternals(provides, ErrorCode.PROVIDES_FIELDS_MISSING_EXTERNAL).check(selections);
        });
    }
}
