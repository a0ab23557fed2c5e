package ft.transcendence.users.profile;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Stores changes to profiles. {@link UserReader} reads them for responses. */
interface ProfileRepository extends Repository<Profile, UUID> {

    /** The profile, whose row stays locked until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("FROM Profile WHERE id = :id")
    Optional<Profile> lockById(UUID id);

    Profile saveAndFlush(Profile profile);
}
