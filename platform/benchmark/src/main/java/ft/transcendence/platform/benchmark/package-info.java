/**
 * What every benchmark of this project shares: sending load, the latencies of it, and the CPU time of processes. {@code ./transcend load}
 * measures the whole platform with it, {@code ./transcend bench} the gateway alone.
 */
@NullMarked
package ft.transcendence.platform.benchmark;

import org.jspecify.annotations.NullMarked;
