package ft.transcendence.users.profile;

import ft.transcendence.subgraph.error.ClientException;
import ft.transcendence.subgraph.mutation.ChangeRejectedException;
import ft.transcendence.subgraph.paging.Connection;
import ft.transcendence.subgraph.paging.Cursor;
import ft.transcendence.subgraph.paging.PageArguments;
import ft.transcendence.subgraph.security.Caller;
import ft.transcendence.users.name.NameClaims;
import ft.transcendence.users.name.NameErrorCode;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds users and changes their profiles. */
@Service
public class Profiles {

    private final UserReader users;
    private final ProfileRepository stored;
    private final ProfileRanking ranking;
    private final Provisioning provisioning;
    private final NameClaims names;
    private final ProfileEventPublisher events;

    Profiles(
            UserReader users,
            ProfileRepository stored,
            ProfileRanking ranking,
            Provisioning provisioning,
            NameClaims names,
            ProfileEventPublisher events) {
        this.users = users;
        this.stored = stored;
        this.ranking = ranking;
        this.provisioning = provisioning;
        this.names = names;
        this.events = events;
    }

    /** The caller's own profile, created if this is the user's first request. */
    public User getOrCreate(Caller caller) {
        return users.byId(caller.id())
                .map(user -> updateLink(user, caller))
                .orElseGet(() -> provisioning.provision(caller));
    }

    /** Updates the identity at 42: an existing account can be linked later, and the login and campus can change. */
    private User updateLink(User user, Caller caller) {
        return FortyTwoIdentity.of(caller)
                .filter(identity -> user.active() && !user.isLinkedWith(identity))
                .map(identity -> provisioning.link(user, identity))
                .orElse(user);
    }

    /**
     * The caller's own profile, which must be active.
     *
     * @throws ClientException FORBIDDEN if the account was deleted and only its access token is still valid
     */
    public User requireActive(Caller caller) {
        User user = getOrCreate(caller);
        requireActive(user.active());
        return user;
    }

    /**
     * Turns the user into an anonymous player and publishes the erasure.
     *
     * @return false if that was done before
     */
    @Transactional
    public boolean erase(UUID id) {
        Profile profile = stored.lockById(id).orElseThrow();
        if (!profile.isActive()) {
            return false;
        }
        profile.anonymize();
        names.release(id);
        stored.saveAndFlush(profile);
        events.publishErasure(id);
        return true;
    }

    public Map<UUID, User> byIds(Collection<UUID> ids) {
        return users.byIds(ids);
    }

    /** Those of these users who did not block the viewer. */
    Map<UUID, User> visible(UUID viewer, Collection<UUID> ids) {
        return users.visible(viewer, ids);
    }

    /** The active user with this username, unless they blocked the viewer. */
    Optional<User> visibleByUsername(UUID viewer, String username) {
        return users.visibleByUsername(viewer, username);
    }

    /** Active users who did not block the viewer, ordered by username. */
    Connection<User> list(UUID viewer, PageArguments page, @Nullable String search) {
        String after = page.after(1).map(cursor -> cursor.text(0)).orElse("");
        List<User> rows = search == null || search.isEmpty()
                ? users.list(viewer, after, page.limit())
                : users.search(viewer, after, prefix(search), page.limit());
        return Connection.of(page, rows, user -> Cursor.of(user.username().toLowerCase(Locale.ROOT)));
    }

    /** Active users who did not block the viewer, ordered by total score, highest first. */
    @Transactional(readOnly = true)
    Connection<User> ranked(UUID viewer, PageArguments page) {
        List<ProfileRanking.RankedProfile> rows = ranking.page(viewer, page);
        Map<UUID, User> found =
                byIds(rows.stream().map(ProfileRanking.RankedProfile::userId).toList());
        Connection<ProfileRanking.RankedProfile> ranked =
                Connection.of(page, rows, ProfileRanking.RankedProfile::cursor);
        return ranked.map(row -> Objects.requireNonNull(found.get(row.userId())));
    }

    /**
     * Changes a profile and publishes it, unless nothing changes.
     *
     * @throws ChangeRejectedException with {@link NameErrorCode#NAME_TAKEN} if the new display name looks like another
     *     player's name
     * @throws ClientException FORBIDDEN if the account was deleted in the meantime
     */
    @Transactional
    User change(UUID id, ProfileChange change) {
        Profile profile = stored.lockById(id).orElseThrow();
        requireActive(profile.isActive());
        long before = profile.version();
        String name = profile.displayName();
        profile.change(change);
        if (!profile.displayName().equals(name) && !names.claim(id, profile.displayName(), profile.username())) {
            throw new ChangeRejectedException(
                    NameErrorCode.NAME_TAKEN,
                    "This name looks like another player's. Choose another one.",
                    "displayName");
        }
        Profile changed = stored.saveAndFlush(profile);
        if (changed.version() != before) {
            events.publishUpdate(changed);
        }
        return users.byId(id).orElseThrow();
    }

    private static void requireActive(boolean active) {
        if (!active) {
            throw ClientException.forbidden("This account was deleted.");
        }
    }

    private static String prefix(String search) {
        return search.toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }
}
