/** User profiles: storage, lookup, provisioning at the first login, and publication to other subgraphs. */
@NullMarked
package ft.transcendence.users.profile;

import org.jspecify.annotations.NullMarked;
