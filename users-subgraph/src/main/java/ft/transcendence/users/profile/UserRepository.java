package ft.transcendence.users.profile;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The stored profiles. Lookups by name find active users only: an erased one has no name any more. */
interface UserRepository extends Repository<User, UUID> {

    Optional<User> findById(UUID id);

    List<User> findAllByIdIn(Iterable<UUID> ids);

    @Query("from User where lower(username) = lower(:username) and active")
    Optional<User> findByUsername(String username);

    /** Active users in the order of their lower-case usernames, behind one of them. */
    @Query("""
            from User
            where active and lower(username) > :after
              and (:prefix is null or lower(username) like :prefix escape '\\' or lower(displayName) like :prefix escape '\\')
            order by lower(username)
            """)
    List<User> list(String after, @Nullable String prefix, Limit limit);

    User saveAndFlush(User user);
}
