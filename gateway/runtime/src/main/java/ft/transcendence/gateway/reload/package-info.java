/** Settings that change while the gateway runs, and files that are watched for changes. */
@NullMarked
package ft.transcendence.gateway.reload;

import org.jspecify.annotations.NullMarked;
