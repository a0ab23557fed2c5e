/** Request errors: why a request ends before it is executed. */
@NullMarked
package ft.transcendence.federation.error;

import org.jspecify.annotations.NullMarked;
