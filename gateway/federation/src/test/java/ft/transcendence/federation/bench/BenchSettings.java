package ft.transcendence.federation.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The settings of a benchmark.
 *
 * @param connections each sends its next request when it has received the previous response
 * @param sameCaller whether all requests are equal; otherwise each has a different {@code Authorization} header, which is forwarded to subgraphs
 * @param command starts the gateway
 */
record BenchSettings(
        Set<Scenario> scenarios,
        Duration warmUp,
        Duration measure,
        int connections,
        boolean sameCaller,
        List<String> command) {

    static final String USAGE = """
            usage: ./transcend bench [OPTION...] [-- COMMAND...]
              --only SCENARIO    heavy, small or join; may be given several times; all by default
              --warm SECONDS     load before the measurement, 15 by default
              --measure SECONDS  10 by default
              --connections N    16 by default
              --same-caller      equal requests, which may share one execution while it is under way (DEDUPE=1);
                                 by default each request has another Authorization header
            COMMAND starts another gateway on the file SUPERGRAPH and the port PORT. With --engine as the first argument
            the engine's stages are measured instead, with JMH, whose arguments may follow.
            """;

    BenchSettings {
        if (connections < 1 || measure.isZero() || command.isEmpty()) {
            throw new IllegalArgumentException("There must be a connection, a second to measure and a command");
        }
    }

    /** @throws IllegalArgumentException with a message for the user */
    static BenchSettings parse(List<String> arguments) {
        Set<Scenario> scenarios = EnumSet.noneOf(Scenario.class);
        Duration warmUp = Duration.ofSeconds(15);
        Duration measure = Duration.ofSeconds(10);
        int connections = 16;
        boolean sameCaller = false;
        List<String> rest = new ArrayList<>(arguments);
        while (!rest.isEmpty()) {
            String option = rest.removeFirst();
            switch (option) {
                case "--only" -> scenarios.add(scenario(value(option, rest)));
                case "--warm" -> warmUp = Duration.ofSeconds(number(option, rest));
                case "--measure" -> measure = Duration.ofSeconds(number(option, rest));
                case "--connections" -> connections = number(option, rest);
                case "--same-caller" -> sameCaller = true;
                case "--" -> {
                    return new BenchSettings(
                            scenarios.isEmpty() ? EnumSet.allOf(Scenario.class) : scenarios,
                            warmUp,
                            measure,
                            connections,
                            sameCaller,
                            List.copyOf(rest));
                }
                default -> throw new IllegalArgumentException("Unknown option " + option);
            }
        }
        throw new IllegalArgumentException("The command that starts the gateway is missing");
    }

    private static Scenario scenario(String name) {
        try {
            return Scenario.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException("No scenario " + name + "; there are heavy, small and join", unknown);
        }
    }

    private static int number(String option, List<String> rest) {
        String value = value(option, rest);
        if (!value.matches("\\d{1,4}")) {
            throw new IllegalArgumentException(option + " takes a number, not " + value);
        }
        return Integer.parseInt(value);
    }

    private static String value(String option, List<String> rest) {
        if (rest.isEmpty()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return rest.removeFirst();
    }
}
