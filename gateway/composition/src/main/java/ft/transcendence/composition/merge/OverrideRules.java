package ft.transcendence.composition.merge;

import ft.transcendence.composition.ErrorCode;
import ft.transcendence.composition.HintCode;
import ft.transcendence.composition.Place;
import ft.transcendence.composition.schema.DirectiveUse;
import ft.transcendence.composition.schema.Field;
import ft.transcendence.composition.schema.KnownDirective;
import ft.transcendence.composition.subgraph.SubgraphFacts;
import ft.transcendence.federation.supergraph.TypeKind;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks {@code @override} and works out which subgraph keeps the field. */
final class OverrideRules {
    private static final Pattern NAME_LABEL = Pattern.compile("[a-zA-Z][a-zA-Z0-9_\\-:./]*");
    private static final Pattern PERCENT_LABEL = Pattern.compile("percent\\((\\d{1,2}(\\.\\d{1,8})?|100)\\)");

    private final MergeState state;
    private final Set<String> overridden = new HashSet<>();

    OverrideRules(MergeState state) {
        this.state = state;
        state.subgraphs().forEach(subgraph -> subgraph.schema().types().values().forEach(type -> type.fields()
                .values()
                .forEach(field -> {
                    if (field.has(KnownDirective.OVERRIDE)) {
                        overridden.add(field.coordinate());
                    }
                })));
    }

    FieldOverride check(Sources<Field> sources, Field merged) {
        if (!overridden.contains(merged.coordinate())) {
            return FieldOverride.NONE;
        }
        FieldOverride override = new FieldOverride();
        for (Sources.Source<Field> source : sources.present()) {
            source.element()
                    .use(KnownDirective.OVERRIDE)
                    .ifPresent(use -> check(new Overriding(sources, merged, source, use), override));
        }
        return override;
    }

    private record Overriding(Sources<Field> sources, Field merged, Sources.Source<Field> source, DirectiveUse use) {
        int subgraph() {
            return source.subgraph();
        }

        String coordinate() {
            return merged.coordinate();
        }

        String from() {
            return use.text("from").orElse("");
        }
    }

    private void check(Overriding overriding, FieldOverride override) {
        Field field = overriding.source().element();
        String here = state.subgraph(overriding.subgraph()).name();
        String where = "[" + here + "] @override of " + overriding.coordinate() + " ";
        int from = numberOf(overriding.from());
        if (field.parent().kind() == TypeKind.INTERFACE) {
            error(ErrorCode.OVERRIDE_ON_INTERFACE, where + "is on a field of an interface", overriding.use());
        } else if (SubgraphFacts.isInterfaceObject(field.parent())) {
            error(
                    ErrorCode.OVERRIDE_COLLISION_WITH_ANOTHER_DIRECTIVE,
                    where + "is on a field of an @interfaceObject, which is not supported",
                    overriding.use());
        } else if (from < 0) {
            override.markUnknownSource(overriding.subgraph());
            hint(
                    HintCode.FROM_SUBGRAPH_DOES_NOT_EXIST,
                    where + "names subgraph \"" + overriding.from() + "\", which does not exist",
                    overriding.use().place());
        } else if (from == overriding.subgraph()) {
            error(ErrorCode.OVERRIDE_FROM_SELF_ERROR, where + "names its own subgraph", overriding.use());
        } else if (isOverriding(overriding.sources(), from)) {
            error(
                    ErrorCode.OVERRIDE_SOURCE_HAS_OVERRIDE,
                    where + "takes the field from subgraph \"" + overriding.from()
                            + "\", which has an @override of it too",
                    overriding.use());
        } else {
            checkSource(overriding, from, where, override);
        }
    }

    private int numberOf(String name) {
        for (int i = 0; i < state.subgraphs().size(); i++) {
            if (state.subgraph(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isOverriding(Sources<Field> sources, int subgraph) {
        return sources.get(subgraph)
                .filter(field -> field.has(KnownDirective.OVERRIDE))
                .isPresent();
    }

    private void checkSource(Overriding overriding, int from, String where, FieldOverride override) {
        Optional<Field> source = overriding.sources().get(from);
        if (source.isPresent()) {
            overrideField(overriding, from, source.get(), where, override);
        } else if (!state.fieldsOfInterfaceObjects(overriding.merged(), from).isEmpty()) {
            error(
                    ErrorCode.OVERRIDE_COLLISION_WITH_ANOTHER_DIRECTIVE,
                    where + "takes the field from subgraph \"" + overriding.from()
                            + "\", which has it on an @interfaceObject only, which is not supported",
                    overriding.use());
        } else {
            hint(
                    HintCode.OVERRIDE_DIRECTIVE_CAN_BE_REMOVED,
                    where + "can be removed: subgraph \"" + overriding.from() + "\" no longer has the field",
                    overriding.use().place());
        }
    }

    private void overrideField(Overriding overriding, int from, Field source, String where, FieldOverride override) {
        if (source.has(KnownDirective.REQUIRES)
                || source.has(KnownDirective.PROVIDES)
                || state.isExternal(overriding.subgraph(), overriding.source().element())) {
            error(
                    ErrorCode.OVERRIDE_COLLISION_WITH_ANOTHER_DIRECTIVE,
                    where
                            + "conflicts with another directive: the overridden field has neither @requires nor @provides, and the new one no @external",
                    overriding.use());
            return;
        }
        Optional<String> label = overriding.use().text("label").filter(text -> !text.isEmpty());
        boolean isUsed = state.facts(from).isUsed(source);
        if (state.isExternal(from, source)) {
            hint(
                    HintCode.OVERRIDE_DIRECTIVE_CAN_BE_REMOVED,
                    where + "can be removed: subgraph \"" + overriding.from() + "\" has the field as @external only",
                    overriding.use().place());
        } else {
            if (isUsed) {
                override.markUsedOverridden(from);
            } else {
                override.markUnusedOverridden(from);
            }
            if (label.isEmpty()) {
                hint(
                        HintCode.OVERRIDDEN_FIELD_CAN_BE_REMOVED,
                        "[" + overriding.from() + "] " + overriding.coordinate() + " is overridden and can be "
                                + (isUsed ? "@external, as keys, requirements or interfaces use it" : "removed"),
                        source.places().getFirst());
            }
        }
        label.ifPresent(text -> label(overriding, from, text, where, override));
    }

    private void label(Overriding overriding, int from, String label, String where, FieldOverride override) {
        if (NAME_LABEL.matcher(label).matches() || PERCENT_LABEL.matcher(label).matches()) {
            override.label(overriding.subgraph(), label);
            override.label(from, label);
        } else {
            error(
                    ErrorCode.OVERRIDE_LABEL_INVALID,
                    where + "has the invalid label \"" + label + "\"",
                    overriding.use());
        }
        hint(
                HintCode.OVERRIDE_MIGRATION_IN_PROGRESS,
                overriding.coordinate() + " moves from subgraph \"" + overriding.from() + "\" for some requests (\""
                        + label + "\"); remove it there when all do",
                overriding.use().place());
    }

    private void error(ErrorCode code, String message, DirectiveUse use) {
        state.findings().error(code, message, use.place());
    }

    private void hint(HintCode code, String message, Place place) {
        state.findings().hint(code, message, List.of(place));
    }
}
