/** {@code @authenticated}, {@code @requiresScopes} and {@code @policy}: cuts what the caller may not see before anything is fetched. */
@NullMarked
package ft.transcendence.federation.authorization;

import org.jspecify.annotations.NullMarked;
