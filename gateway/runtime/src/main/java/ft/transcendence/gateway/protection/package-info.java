/** What protects the gateway and its subgraphs, for the report at its start. */
@NullMarked
package ft.transcendence.gateway.protection;

import org.jspecify.annotations.NullMarked;
