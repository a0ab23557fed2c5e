package ft.transcendence.schemacheck;

import ft.transcendence.schemacheck.baseline.BaselineSource;
import ft.transcendence.schemacheck.composition.HintLevel;
import ft.transcendence.schemacheck.files.WorkingTree;
import ft.transcendence.schemacheck.finding.FailOn;
import ft.transcendence.schemacheck.rules.HouseRule;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * What is checked, and how strictly. Without more, all files stand beside supergraph.yaml: the composed {@code supergraph.graphql}, the folder
 * {@code client-operations}, and the released baseline in {@code schema-check/released}.
 *
 * @param config supergraph.yaml
 * @param supergraph the committed supergraph
 * @param operations the folder of recorded operations
 * @param timeLimit for each schema that is fetched
 * @param environment variables that supergraph.yaml may use
 */
public record CheckOptions(
        Path config,
        Path supergraph,
        Path operations,
        BaselineSource baseline,
        Set<HouseRule> houseRules,
        HintLevel hints,
        FailOn failOn,
        Purpose purpose,
        Commands commands,
        Duration timeLimit,
        Map<String, String> environment) {

    private static final Duration TIME_LIMIT = Duration.ofSeconds(10);

    public CheckOptions {
        houseRules = Set.copyOf(houseRules);
        environment = Map.copyOf(environment);
    }

    public static Builder builder(Path config) {
        return new Builder(config);
    }

    /** The folder of supergraph.yaml. */
    public static Path folder(Path config) {
        return WorkingTree.around(config).root();
    }

    /** Collects options. */
    public static final class Builder {
        private final Path config;
        private Path supergraph;
        private Path operations;
        private BaselineSource baseline;
        private Set<HouseRule> houseRules = EnumSet.allOf(HouseRule.class);
        private HintLevel hints = HintLevel.NONE;
        private FailOn failOn = FailOn.BREAKING;
        private Purpose purpose = Purpose.CHECK;
        private Commands commands = Commands.TRANSCEND;
        private Duration timeLimit = TIME_LIMIT;
        private Map<String, String> environment = System.getenv();

        private Builder(Path config) {
            this.config = config;
            Path folder = folder(config);
            supergraph = folder.resolve("supergraph.graphql");
            operations = folder.resolve("client-operations");
            baseline = new BaselineSource.Release(folder.resolve("schema-check").resolve("released"));
        }

        public Builder supergraph(Path file) {
            supergraph = file;
            return this;
        }

        public Builder operations(Path folder) {
            operations = folder;
            return this;
        }

        public Builder baseline(BaselineSource source) {
            baseline = source;
            return this;
        }

        public Builder houseRules(Set<HouseRule> rules) {
            houseRules = rules;
            return this;
        }

        public Builder hints(HintLevel level) {
            hints = level;
            return this;
        }

        public Builder failOn(FailOn level) {
            failOn = level;
            return this;
        }

        public Builder purpose(Purpose goal) {
            purpose = goal;
            return this;
        }

        public Builder commands(Commands typed) {
            commands = typed;
            return this;
        }

        public Builder timeLimit(Duration limit) {
            timeLimit = limit;
            return this;
        }

        public Builder environment(Map<String, String> variables) {
            environment = variables;
            return this;
        }

        public CheckOptions build() {
            return new CheckOptions(
                    config,
                    supergraph,
                    operations,
                    baseline,
                    houseRules,
                    hints,
                    failOn,
                    purpose,
                    commands,
                    timeLimit,
                    environment);
        }
    }
}
