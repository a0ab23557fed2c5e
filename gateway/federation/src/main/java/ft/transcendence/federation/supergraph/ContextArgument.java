package ft.transcendence.federation.supergraph;

/**
 * An argument that a subgraph takes from an enclosing object ({@code @fromContext}); clients do not see it.
 *
 * @param name the argument's name in the subgraph
 * @param type its type there
 * @param context the name of the context, as {@link SupergraphType#contexts()} of the types that set it
 * @param selection leads to one value of the enclosing object, by a fragment for each of several types if need be
 */
public record ContextArgument(String name, TypeRef type, String context, FieldSet selection) {}
