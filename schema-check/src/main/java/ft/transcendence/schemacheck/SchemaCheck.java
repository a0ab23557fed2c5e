package ft.transcendence.schemacheck;

import ft.transcendence.schemacheck.baseline.Baseline;
import ft.transcendence.schemacheck.baseline.BaselineSource;
import ft.transcendence.schemacheck.baseline.Baselines;
import ft.transcendence.schemacheck.changes.SchemaChanges;
import ft.transcendence.schemacheck.composition.SupergraphComposition;
import ft.transcendence.schemacheck.composition.SupergraphComposition.Outcome;
import ft.transcendence.schemacheck.config.ParsedSubgraph;
import ft.transcendence.schemacheck.config.SchemaSource;
import ft.transcendence.schemacheck.config.SubgraphSchema;
import ft.transcendence.schemacheck.config.SupergraphConfig;
import ft.transcendence.schemacheck.config.SupergraphConfigReader;
import ft.transcendence.schemacheck.events.EventSchemas;
import ft.transcendence.schemacheck.files.WorkingTree;
import ft.transcendence.schemacheck.finding.Finding;
import ft.transcendence.schemacheck.finding.Level;
import ft.transcendence.schemacheck.finding.Location;
import ft.transcendence.schemacheck.finding.Report;
import ft.transcendence.schemacheck.finding.Section;
import ft.transcendence.schemacheck.operations.RecordedOperation;
import ft.transcendence.schemacheck.operations.RecordedOperations;
import ft.transcendence.schemacheck.operations.UsedElements;
import ft.transcendence.schemacheck.rules.Conventions;
import ft.transcendence.schemacheck.rules.HouseRule;
import ft.transcendence.schemacheck.rules.Nullability;
import ft.transcendence.schemacheck.supergraph.ComposedSupergraph;
import graphql.schema.GraphQLSchema;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The schema check: composition, house rules, and what clients and event consumers would notice. */
public final class SchemaCheck {
    private static final String OPERATIONS = "client operations";

    private final CheckOptions options;
    private final WorkingTree tree;
    private final SupergraphConfig config;

    /** The subgraphs whose schemas are GraphQL; composition tells of the others. */
    private final List<ParsedSubgraph> parsed;

    private SchemaCheck(CheckOptions options) {
        this.options = options;
        tree = new WorkingTree(CheckOptions.folder(options.config()));
        config = SupergraphConfigReader.read(options.config(), options.environment(), options.timeLimit());
        parsed = config.subgraphs().stream()
                .flatMap(subgraph -> subgraph.parse().stream())
                .toList();
    }

    /**
     * Runs the check.
     *
     * @throws ft.transcendence.schemacheck.finding.CheckException if it cannot run
     */
    public static Report run(CheckOptions options) {
        return new SchemaCheck(options).run();
    }

    private Report run() {
        Outcome outcome = SupergraphComposition.compose(config, options.hints());
        List<String> eventFolders = eventFolders();
        EventSchemas events = EventSchemas.read(tree, eventFolders);
        Baseline baseline = new Baselines(
                        tree,
                        tree.relative(options.config()),
                        tree.relative(options.supergraph()),
                        options.environment())
                .read(options.baseline(), eventFolders);

        List<Section> sections = new ArrayList<>();
        sections.add(composition(outcome));
        houseRules(outcome, sections);
        if (outcome instanceof Outcome.Composed composed) {
            supergraph(baseline, composed.supergraph(), sections);
        }
        sections.add(events(baseline, events));
        return report(outcome, events, sections);
    }

    private Report report(Outcome outcome, EventSchemas events, List<Section> sections) {
        if (options.purpose() == Purpose.RELEASE
                && outcome instanceof Outcome.Composed composed
                && options.baseline() instanceof BaselineSource.Release release
                && sections.stream().allMatch(SchemaCheck::mayBeReleased)) {
            Baselines.write(release.folder(), composed.sdl(), events.events());
            return new Report(true, true, sections);
        }
        boolean passed = sections.stream()
                .flatMap(section -> section.findings().stream())
                .noneMatch(options.failOn()::fails);
        return new Report(passed, false, sections);
    }

    private static boolean mayBeReleased(Section section) {
        return section.findings().stream().allMatch(finding -> switch (finding.level()) {
            case ERROR -> false;
            case BREAKING -> !section.name().equals(OPERATIONS);
            case DANGEROUS, HINT, SAFE -> true;
        });
    }

    private Section composition(Outcome outcome) {
        List<Finding> findings = new ArrayList<>();
        switch (outcome) {
            case Outcome.Refused refused -> findings.addAll(refused.errors());
            case Outcome.Composed composed -> stale(composed.sdl()).ifPresent(findings::add);
        }
        findings.addAll(outcome.hints());
        String names = config.subgraphs().stream().map(SubgraphSchema::name).collect(Collectors.joining(", "));
        return new Section("composition", config.subgraphs().size() + " subgraphs: " + names, findings);
    }

    private Optional<Finding> stale(String composed) {
        if (!options.houseRules().contains(HouseRule.COMMITTED)) {
            return Optional.empty();
        }
        String file = tree.relative(options.supergraph());
        Optional<String> committed = tree.find(file);
        if (committed.filter(composed::equals).isPresent()) {
            return Optional.empty();
        }
        String message = committed.isPresent() ? "is stale" : "is missing";
        return Optional.of(Finding.of(Level.ERROR, Location.of(file), message)
                .hint("run " + options.commands().compose() + " and commit the result"));
    }

    private void houseRules(Outcome outcome, List<Section> sections) {
        Set<HouseRule> rules = options.houseRules();
        if (rules.contains(HouseRule.CONVENTIONS)) {
            sections.add(new Section("conventions", "names and descriptions", Conventions.check(parsed)));
        }
        if (rules.contains(HouseRule.NULLABILITY) && outcome instanceof Outcome.Composed) {
            sections.add(new Section(
                    "nullability",
                    "fields added to other subgraphs' entities are nullable",
                    Nullability.check(parsed)));
        }
    }

    private void supergraph(Baseline baseline, ComposedSupergraph next, List<Section> sections) {
        RecordedOperations operations = RecordedOperations.read(tree, tree.relative(options.operations()));
        if (baseline.supergraph().isEmpty()) {
            sections.add(new Section("consumer schema", "nothing released yet", List.of()));
        } else {
            sections.addAll(changes(baseline.supergraph().get(), next, operations));
        }
        sections.add(operations(operations, next));
    }

    private List<Section> changes(ComposedSupergraph released, ComposedSupergraph next, RecordedOperations operations) {
        ElementPlaces places = ElementPlaces.of(parsed);
        List<Finding> schema = usedBy(
                SchemaChanges.between(released.consumerSchema(), next.consumerSchema()),
                operations.operations(),
                released.consumerSchema());
        return Stream.of(
                        new Section("consumer schema", counted(schema), schema),
                        new Section(
                                "access rules",
                                next.access().byCoordinate().size() + " types and fields are protected",
                                next.access().changesSince(released.access(), released.consumerSchema())),
                        new Section(
                                "entity keys",
                                next.keys().subgraphs().size() + " entity keys",
                                next.keys().changesSince(released.keys())))
                .map(section -> new Section(
                        section.name(),
                        section.summary(),
                        section.findings().stream()
                                .map(finding -> places.locate(finding, released.owners()))
                                .toList()))
                .toList();
    }

    /** Names the operations that use what a breaking or dangerous change touches. */
    private static List<Finding> usedBy(
            List<Finding> changes, List<RecordedOperation> operations, GraphQLSchema released) {
        Map<String, Set<String>> used = new LinkedHashMap<>();
        for (RecordedOperation operation : operations) {
            used.put(
                    operation.label(),
                    UsedElements.of(operation.document(), released).coordinates());
        }
        return changes.stream()
                .map(change -> change.level() == Level.SAFE
                        ? change
                        : change.usedBy(used.entrySet().stream()
                                .filter(operation -> operation.getValue().contains(change.where()))
                                .map(Map.Entry::getKey)
                                .toList()))
                .toList();
    }

    private static Section operations(RecordedOperations operations, ComposedSupergraph next) {
        List<Finding> findings = operations.check(next.consumerSchema());
        long broken = findings.stream()
                .filter(finding -> finding.level() == Level.BREAKING)
                .map(Finding::operation)
                .distinct()
                .count();
        int total = operations.operations().size();
        return new Section(OPERATIONS, (total - broken) + " of " + total + " recorded documents are valid", findings);
    }

    private static Section events(Baseline baseline, EventSchemas events) {
        List<Finding> changes = events.changesSince(baseline.events());
        List<Finding> findings = new ArrayList<>(events.problems());
        findings.addAll(changes);
        return new Section("events", events.events().size() + " contracts, " + counted(changes), findings);
    }

    /** A subgraph's events stand beside its schema folder: {@code src/main/resources/{schema,events}}. */
    private List<String> eventFolders() {
        return config.subgraphs().stream()
                .map(SubgraphSchema::source)
                .flatMap(source ->
                        source instanceof SchemaSource.SchemaFile file ? Stream.of(file.path()) : Stream.empty())
                .map(this::eventFolder)
                .distinct()
                .toList();
    }

    private String eventFolder(String schemaFile) {
        Path schemas = WorkingTree.around(tree.root().resolve(schemaFile)).root();
        Path parent = schemas.equals(tree.root())
                ? schemas
                : WorkingTree.around(schemas).root();
        return tree.relative(parent.resolve("events"));
    }

    private static String counted(List<Finding> findings) {
        return Stream.of(Level.BREAKING, Level.DANGEROUS, Level.SAFE)
                .map(level -> findings.stream()
                                .filter(finding -> finding.level() == level)
                                .count()
                        + " " + level.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}
