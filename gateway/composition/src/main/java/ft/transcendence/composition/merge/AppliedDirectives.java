package ft.transcendence.composition.merge;

import ft.transcendence.composition.HintCode;
import ft.transcendence.composition.Place;
import ft.transcendence.composition.schema.BuiltIns;
import ft.transcendence.composition.schema.DirectiveDefinition;
import ft.transcendence.composition.schema.DirectiveUse;
import ft.transcendence.composition.schema.Element;
import ft.transcendence.composition.schema.Field;
import ft.transcendence.composition.schema.KnownDirective;
import ft.transcendence.composition.schema.Literal;
import ft.transcendence.composition.schema.NamedType;
import ft.transcendence.federation.supergraph.TypeKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Merges the directives that are applied to an element. Equal uses of a repeatable directive are kept once. Uses of another directive with different
 * arguments are merged by the directive's rule, or else the most frequent one is taken.
 */
final class AppliedDirectives {
    private static final Set<String> BUILT_IN = Set.of("deprecated", "specifiedBy");

    private final MergeState state;
    private final AccessRuleSources accessRules;
    /** What remains to be merged when all elements are there; those that were dropped meanwhile do not matter. */
    private final List<Runnable> later = new ArrayList<>();

    /** A use with the subgraph that it comes from, by number. */
    private record Use(int subgraph, DirectiveUse use) {}

    AppliedDirectives(MergeState state, AccessRuleSources accessRules) {
        this.state = state;
        this.accessRules = accessRules;
    }

    /** Whether a use of this name in a subgraph reaches the supergraph as such. */
    boolean isMerged(int subgraph, DirectiveUse use) {
        return state.composed().isComposed(state.subgraph(subgraph), use.name()) || isMergedByDefault(use);
    }

    /** Whether a use reaches the supergraph without {@code @composeDirective}. */
    boolean isMergedByDefault(DirectiveUse use) {
        return !state.specifications().travelsInJoinDirective(use.name())
                && (state.specifications().named(use.name()).isPresent() || BUILT_IN.contains(use.name()));
    }

    /** Merges {@code @inaccessible} now, as the merge of enums and inputs depends on it, and all others when {@link #finish} is called. */
    void merge(Sources<? extends Element> sources, Element merged) {
        Set<String> names = names(sources);
        for (String name : state.specifications().namesOf(KnownDirective.INACCESSIBLE)) {
            if (names.remove(name)) {
                merge(name, uses(sources, name), merged);
            }
        }
        if (takesAccessRulesOfOthers(merged)) {
            later.add(() -> mergeAccessRules(sources, merged));
            names.removeIf(this::isAccessRule);
        }
        later.add(() -> names.forEach(name -> merge(name, uses(sources, name), merged)));
    }

    private boolean isAccessRule(String name) {
        return state.specifications()
                .named(name)
                .filter(AccessRuleSources.DIRECTIVES::contains)
                .isPresent();
    }

    private static boolean takesAccessRulesOfOthers(Element merged) {
        return merged instanceof Field || merged instanceof NamedType type && type.kind() == TypeKind.INTERFACE;
    }

    void finish() {
        later.forEach(Runnable::run);
        later.clear();
    }

    private Set<String> names(Sources<? extends Element> sources) {
        Set<String> names = new LinkedHashSet<>();
        for (Sources.Source<? extends Element> source : sources.present()) {
            for (DirectiveUse use : source.element().directives()) {
                if (isMerged(source.subgraph(), use)) {
                    names.add(use.name());
                }
            }
        }
        return names;
    }

    private static List<List<Use>> uses(Sources<? extends Element> sources, String name) {
        List<List<Use>> perSource = new ArrayList<>();
        for (Sources.Source<? extends Element> source : sources.present()) {
            addUses(source.subgraph(), source.element(), name, perSource);
        }
        return perSource;
    }

    private static void addUses(int subgraph, Element element, String name, List<List<Use>> perSource) {
        List<Use> uses = element.directives().stream()
                .filter(use -> use.name().equals(name))
                .map(use -> new Use(subgraph, use))
                .toList();
        if (!uses.isEmpty()) {
            perSource.add(uses);
        }
    }

    private void mergeAccessRules(Sources<? extends Element> sources, Element merged) {
        for (KnownDirective directive : AccessRuleSources.DIRECTIVES) {
            for (String name : state.specifications().namesOf(directive)) {
                List<List<Use>> uses = uses(sources, name);
                accessRules.of(merged.coordinate(), directive).forEach(element -> addUses(0, element, name, uses));
                merge(name, uses, merged);
            }
        }
    }

    /** Gives an element the access rules that come from other elements only. */
    void mergeAccessRules(Element merged) {
        mergeAccessRules(new Sources<>(List.of()), merged);
    }

    private void merge(String name, List<List<Use>> perSource, Element merged) {
        if (perSource.isEmpty()) {
            return;
        }
        if (isRepeatable(name)) {
            mergeRepeatable(perSource, merged);
        } else {
            mergeSingle(name, perSource, merged);
        }
    }

    private boolean isRepeatable(String name) {
        return Optional.ofNullable(state.supergraph().directiveDefinitions().get(name))
                .filter(DirectiveDefinition::repeatable)
                .isPresent();
    }

    private void mergeRepeatable(List<List<Use>> perSource, Element merged) {
        List<Use> kept = new ArrayList<>();
        for (List<Use> uses : perSource) {
            for (Use use : uses) {
                Use written = new Use(use.subgraph(), inSupergraph(use));
                if (kept.stream().noneMatch(other -> isSame(other, written))) {
                    kept.add(written);
                    merged.directives().add(written.use());
                }
            }
        }
    }

    /** Contexts are those of one subgraph, so that their names in the supergraph say which. */
    private DirectiveUse inSupergraph(Use use) {
        if (!use.use().is(KnownDirective.CONTEXT)) {
            return use.use();
        }
        String name = use.use().text("name").orElse("");
        return use.use()
                .withArguments(
                        Map.of("name", Literal.of(state.subgraph(use.subgraph()).name() + "__" + name)));
    }

    private void mergeSingle(String name, List<List<Use>> perSource, Element merged) {
        List<Use> different = new ArrayList<>();
        List<Integer> counts = new ArrayList<>();
        for (List<Use> uses : perSource) {
            Use use = uses.getFirst();
            int known = indexOfSame(different, use);
            if (known < 0) {
                different.add(use);
                counts.add(1);
            } else {
                counts.set(known, counts.get(known) + 1);
            }
        }
        if (different.size() == 1) {
            merged.directives().add(different.getFirst().use());
            return;
        }
        List<Place> places = different.stream().map(use -> use.use().place()).toList();
        Optional<Map<String, Literal>> arguments = state.specifications()
                .named(name)
                .flatMap(directive -> ArgumentMerging.merge(
                        directive, different.stream().map(this::withDefaults).toList()));
        if (arguments.isPresent()) {
            merged.directives().add(different.getFirst().use().withArguments(arguments.get()));
            state.findings()
                    .hint(
                            HintCode.MERGED_NON_REPEATABLE_DIRECTIVE_ARGUMENTS,
                            "@" + name + " on " + merged.coordinate()
                                    + " has different arguments in several subgraphs; they are merged",
                            places);
            return;
        }
        merged.directives().add(different.get(indexOfMost(counts)).use());
        state.findings()
                .hint(
                        HintCode.INCONSISTENT_NON_REPEATABLE_DIRECTIVE_ARGUMENTS,
                        "@" + name + " on " + merged.coordinate()
                                + " has different arguments in several subgraphs; the most frequent ones are taken",
                        places);
    }

    private int indexOfSame(List<Use> uses, Use use) {
        for (int i = 0; i < uses.size(); i++) {
            if (isSame(uses.get(i), use)) {
                return i;
            }
        }
        return -1;
    }

    private boolean isSame(Use one, Use other) {
        return new Literal.ObjectOf(withDefaults(one)).isSameAs(new Literal.ObjectOf(withDefaults(other)));
    }

    /**
     * All arguments that the directive has in its subgraph, with the defaults of those that are absent. Uses of directives with different arguments are
     * different: the absent argument of one may mean something in the other.
     */
    private Map<String, Literal> withDefaults(Use use) {
        Map<String, Literal> arguments = new LinkedHashMap<>(use.use().arguments());
        if (use.use().is(KnownDirective.DEPRECATED)) {
            arguments.putIfAbsent("reason", Literal.of(BuiltIns.DEFAULT_DEPRECATION_REASON));
        }
        String name = use.use().name();
        DirectiveDefinition own =
                state.schema(use.subgraph()).directiveDefinitions().get(name);
        if (own != null) {
            own.arguments()
                    .values()
                    .forEach(argument -> arguments.putIfAbsent(
                            argument.name(), argument.defaultValue().orElse(Literal.NULL)));
            return arguments;
        }
        DirectiveDefinition merged = state.supergraph().directiveDefinitions().get(name);
        if (merged != null) {
            merged.arguments().values().forEach(argument -> argument.defaultValue()
                    .ifPresent(value -> arguments.putIfAbsent(argument.name(), value)));
        }
        return arguments;
    }

    private static int indexOfMost(List<Integer> counts) {
        int best = 0;
        for (int i = 1; i < counts.size(); i++) {
            if (counts.get(i) > counts.get(best)) {
                best = i;
            }
        }
        return best;
    }
}
