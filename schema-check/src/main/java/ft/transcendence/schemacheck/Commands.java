package ft.transcendence.schemacheck;

/**
 * What a person types, for advice.
 *
 * @param compose writes the supergraph
 * @param release makes the current state the baseline
 */
public record Commands(String compose, String release) {
    public static final Commands TRANSCEND = new Commands("./transcend compose", "./transcend check --release");
}
