package ft.transcendence.users.profile;

import ft.transcendence.subgraph.caller.Caller;
import ft.transcendence.subgraph.paging.Connection;
import ft.transcendence.subgraph.paging.Cursor;
import ft.transcendence.subgraph.paging.PageArguments;
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
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds users and changes their profiles. */
@Service
public class Profiles {

    private final UserRepository users;
    private final ProfileRanking ranking;
    private final Provisioning provisioning;

    Profiles(UserRepository users, ProfileRanking ranking, Provisioning provisioning) {
        this.users = users;
        this.ranking = ranking;
        this.provisioning = provisioning;
    }

    /** The caller's own profile, created now when this is the first call of a new user. */
    public User own(Caller caller) {
        return users.findById(caller.id()).orElseGet(() -> provisioning.provision(caller));
    }

    public Optional<User> byUsername(String username) {
        return users.findByUsername(username);
    }

    @Transactional(readOnly = true)
    public Map<UUID, User> byIds(Collection<UUID> ids) {
        return byId(users.findAllByIdIn(ids));
    }

    /** Active users by username. */
    @Transactional(readOnly = true)
    public Connection<User> list(PageArguments page, @Nullable String search) {
        String after = page.after().map(cursor -> cursor.text(0)).orElse("");
        List<User> rows = users.list(after, search == null ? null : prefix(search), Limit.of(page.limit()));
        return Connection.of(page, rows, user -> Cursor.of(user.getUsername().toLowerCase(Locale.ROOT)));
    }

    /** Active users by total score, the highest first. */
    @Transactional(readOnly = true)
    public Connection<User> ranked(PageArguments page) {
        List<ProfileRanking.Place> places = ranking.page(page);
        Map<UUID, User> found =
                byIds(places.stream().map(ProfileRanking.Place::userId).toList());
        Connection<ProfileRanking.Place> ranked = Connection.of(page, places, ProfileRanking.Place::cursor);
        return ranked.map(place -> Objects.requireNonNull(found.get(place.userId())));
    }

    private static Map<UUID, User> byId(List<User> users) {
        return users.stream().collect(Collectors.toMap(User::getId, Function.identity()));
    }

    private static String prefix(String search) {
        return search.toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }
}
