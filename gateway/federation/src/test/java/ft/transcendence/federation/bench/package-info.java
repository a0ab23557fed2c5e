/**
 * Measures a running gateway in front of the shop's subgraphs: {@code ./transcend bench}.
 *
 * <p>The driver and the subgraphs exchange prepared bytes over sockets: a general HTTP client or a real subgraph would use more CPU than the
 * gateway under test. {@code platform/load} answers a different question, what an operation costs in the whole platform with its databases. Both
 * generate their load with {@code platform/benchmark}.
 */
@NullMarked
package ft.transcendence.federation.bench;

import org.jspecify.annotations.NullMarked;
