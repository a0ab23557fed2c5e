/** {@code @authenticated}, {@code @requiresScopes} and {@code @policy}: removes the fields that the caller may not see before planning. */
@NullMarked
package ft.transcendence.federation.authorization;

import org.jspecify.annotations.NullMarked;
