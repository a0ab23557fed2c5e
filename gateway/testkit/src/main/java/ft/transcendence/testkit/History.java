package ft.transcendence.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What a graph has executed, for the report of a failed test. */
final class History {

    /** Remembers nothing. */
    static final History NONE = new History();

    private final List<Supplier<String>> reports = new ArrayList<>();

    /** @param report tells what is known when it is called */
    synchronized void add(Supplier<String> report) {
        if (this != NONE) {
            reports.add(report);
        }
    }

    /** All reports; empty if nothing was executed. */
    synchronized String text() {
        return reports.stream().map(Supplier::get).collect(Collectors.joining("\n"));
    }
}
