/** The query plan: immutable records that say which subgraph is asked what, in which order, and where each answer lands. */
@NullMarked
package ft.transcendence.federation.plan;

import org.jspecify.annotations.NullMarked;
