package ft.transcendence.gateway.header;

import java.util.List;

/**
 * What passes between clients and one subgraph.
 *
 * @param authorization whether it gets the caller's token
 * @param forwarded names of other headers that it gets as they are
 * @param credential the header of the gateway's own credential
 * @param rules for everything beyond that, in order
 */
public record HeaderPolicy(boolean authorization, List<String> forwarded, String credential, HeaderRules rules) {}
