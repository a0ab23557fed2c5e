package ft.transcendence.composition;

/**
 * How subgraphs are composed.
 *
 * @param contract which part of the API the result shows
 */
public record CompositionOptions(ContractOptions contract) {
    public static final CompositionOptions DEFAULT = new CompositionOptions(ContractOptions.NONE);
}
