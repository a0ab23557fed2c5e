package ft.transcendence.composition.satisfiability;

/**
 * Why one subgraph does not help to reach something.
 *
 * @param advice what to change
 */
record Reason(String text, String advice) {}
