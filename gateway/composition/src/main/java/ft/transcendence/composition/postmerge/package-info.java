/** Step 5: the rules that need the whole supergraph, one class for each. */
@NullMarked
package ft.transcendence.composition.postmerge;

import org.jspecify.annotations.NullMarked;
