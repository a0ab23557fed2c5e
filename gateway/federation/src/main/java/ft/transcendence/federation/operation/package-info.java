/** Client operations in normal form: fragments, type conditions and {@code @skip}/{@code @include} resolved, equal fields merged. */
@NullMarked
package ft.transcendence.federation.operation;

import org.jspecify.annotations.NullMarked;
