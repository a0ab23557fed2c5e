package ft.transcendence.federation.subgraphs;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.opentest4j.TestAbortedException;

/**
 * Runs all cases of a test factory as one test. Mutation tests need that: PIT runs each case of a factory on its own, and JUnit makes all cases
 * again for each of them, so that a mutant that survives would take minutes.
 */
public final class AtOnce {
    private AtOnce() {}

    /** Runs the cases one after the other, up to the first failure. */
    public static void run(Stream<? extends DynamicNode> nodes) throws Throwable {
        for (DynamicNode node : nodes.toList()) {
            switch (node) {
                case DynamicContainer container -> run(container.getChildren());
                case DynamicTest test -> run(test);
                default -> throw new IllegalArgumentException("neither test nor container: " + node);
            }
        }
    }

    private static void run(DynamicTest test) throws Throwable {
        try {
            test.getExecutable().execute();
        } catch (TestAbortedException knownToFail) {
            // as in the factory's own run
        }
    }
}
