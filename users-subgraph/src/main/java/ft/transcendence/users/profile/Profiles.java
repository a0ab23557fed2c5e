package ft.transcendence.users.profile;

import ft.transcendence.subgraph.security.Caller;
import ft.transcendence.subgraph.error.ClientException;
import ft.transcendence.subgraph.paging.Connection;
import ft.transcendence.subgraph.paging.Cursor;
import ft.transcendence.subgraph.paging.PageArguments;
import ft.transcendence.users.name.NameClaims;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** Finds users and changes their profiles. */
@Service
public class Profiles {

    private final UserRepository users;
    private final ProfileRanking ranking;
    private final Provisioning provisioning;
    private final NameClaims names;
    private final ProfileEventPublisher events;

    Profiles(
            UserRepository users,
            ProfileRanking ranking,
            Provisioning provisioning,
            NameClaims names,
            ProfileEventPublisher events) {
        this.users = users;
        this.ranking = ranking;
        this.provisioning = provisioning;
        this.names = names;
        this.events = events;
    }

    /** The caller's own profile, created now when this is the first call of a new user. */
    public User getOrCreate(Caller caller) {
        return users.findById(caller.id())
                .map(user -> linked(user, caller))
                .orElseGet(() -> provisioning.provision(caller));
    }

    /** A user can link an account that exists with 42 later, and get another login or campus there. */
    private User linked(User user, Caller caller) {
        return FortyTwoIdentity.of(caller)
                .filter(identity -> user.isActive() && !user.isLinkedWith(identity))
                .map(identity -> provisioning.link(user, identity))
                .orElse(user);
    }

    /**
     * The caller's own profile, for changes.
     *
     * @throws ClientException FORBIDDEN when the account is deleted and only its token is still alive
     */
    public User requireActive(Caller caller) {
        return requireActive(getOrCreate(caller));
    }

    /**
     * Makes the user an anonymous player and tells the other subgraphs to forget them.
     *
     * @return false when that has been done before
     */
    @Transactional
    public boolean erase(UUID id) {
        User user = users.lockById(id).orElseThrow();
        if (!user.isActive()) {
            return false;
        }
        user.anonymize();
        names.release(id);
        users.saveAndFlush(user);
        events.publishErasure(id);
        return true;
    }

    @Transactional(readOnly = true)
    public Map<UUID, User> byIds(Collection<UUID> ids) {
        return byId(users.findAllByIdIn(ids));
    }

    /** Those of the users who did not block the viewer. */
    @Transactional(readOnly = true)
    Map<UUID, User> visible(UUID viewer, Collection<UUID> ids) {
        return byId(users.findVisible(viewer, ids));
    }

    /** The active user of this name, unless they blocked the viewer. */
    Optional<User> visibleByUsername(UUID viewer, String username) {
        return users.findVisibleByUsername(viewer, username);
    }

    /** Active users who did not block the viewer, by username. */
    @Transactional(readOnly = true)
    Connection<User> list(UUID viewer, PageArguments page, @Nullable String search) {
        String after = page.after(1).map(cursor -> cursor.text(0)).orElse("");
        List<User> rows = search == null || search.isEmpty()
                ? users.list(viewer, after, page.limit())
                : users.search(viewer, after, prefix(search), page.limit());
        return Connection.of(page, rows, user -> Cursor.of(user.username().toLowerCase(Locale.ROOT)));
    }

    /** Active users who did not block the viewer, by total score, the highest first. */
    @Transactional(readOnly = true)
    Connection<User> ranked(UUID viewer, PageArguments page) {
        List<ProfileRanking.RankedProfile> places = ranking.page(viewer, page);
        Map<UUID, User> found =
                byIds(places.stream().map(ProfileRanking.RankedProfile::userId).toList());
        Connection<ProfileRanking.RankedProfile> ranked = Connection.of(page, places, ProfileRanking.RankedProfile::cursor);
        return ranked.map(place -> Objects.requireNonNull(found.get(place.userId())));
    }

    /**
     * Changes a profile and tells the other subgraphs, unless it changes nothing.
     *
     * @return empty, and nothing is changed, when the new display name looks like another player's name
     * @throws ClientException FORBIDDEN when the account was deleted meanwhile: what is erased stays so
     */
    @Transactional
    Optional<User> change(UUID id, ProfileChange change) {
        User user = requireActive(users.lockById(id).orElseThrow());
        long before = user.version();
        String name = user.displayName();
        user.change(change);
        if (!user.displayName().equals(name) && !names.claim(id, user.displayName(), user.username())) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return Optional.empty();
        }
        User changed = users.saveAndFlush(user);
        if (changed.version() != before) {
            events.publishUpdate(changed);
        }
        return Optional.of(changed);
    }

    private static User requireActive(User user) {
        if (!user.isActive()) {
            throw ClientException.forbidden("The account is deleted.");
        }
        return user;
    }

    private static Map<UUID, User> byId(List<User> users) {
        return users.stream().collect(Collectors.toMap(User::id, Function.identity()));
    }

    private static String prefix(String search) {
        return search.toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }
}
