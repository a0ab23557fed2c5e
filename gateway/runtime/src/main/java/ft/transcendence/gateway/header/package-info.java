/** Rules for the headers that pass between clients and subgraphs. */
@NullMarked
package ft.transcendence.gateway.header;

import org.jspecify.annotations.NullMarked;
