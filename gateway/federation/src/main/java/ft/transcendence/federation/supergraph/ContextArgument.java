package ft.transcendence.federation.supergraph;

/**
 * An argument whose value comes from an enclosing object ({@code @fromContext}). Clients do not see it.
 *
 * @param name the name of the argument in the subgraph
 * @param type its type in the subgraph
 * @param context the name of the context, which is among {@link SupergraphType#contexts()} of the types that set it
 * @param selection selects one value of the enclosing object, with a fragment for each of its types if there are several
 */
public record ContextArgument(String name, TypeRef type, String context, FieldSet selection) {}
