package ft.transcendence.users.profile;

import ft.transcendence.users.name.NameClaims;
import ft.transcendence.users.name.Usernames;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A user's profile, as stored. Responses contain the {@link User} made from it. */
@Entity
@Table(name = "profile")
class Profile {

    @Id
    private UUID id;

    @Version
    private long version;

    private String username;
    private String displayName;
    private @Nullable String firstName;
    private @Nullable String lastName;
    private @Nullable String avatarUrl;
    private @Nullable String bio;
    private Instant joinedAt;
    private boolean active;
    private @Nullable String campus;

    @Column(name = "via_42")
    private boolean via42;

    @Column(name = "username_42")
    private @Nullable String username42;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected Profile() {}

    UUID id() {
        return id;
    }

    /** Grows with every change; also the version of the published events. */
    long version() {
        return version;
    }

    String username() {
        return username;
    }

    String displayName() {
        return displayName;
    }

    @Nullable String bio() {
        return bio;
    }

    Instant joinedAt() {
        return joinedAt;
    }

    boolean isActive() {
        return active;
    }

    @Nullable String campus() {
        return campus;
    }

    boolean isVia42() {
        return via42;
    }

    @Nullable String username42() {
        return username42;
    }

    @Nullable String firstName() {
        return firstName;
    }

    @Nullable String lastName() {
        return lastName;
    }

    /** The picture the user chose, or null for the default. */
    @Nullable String ownAvatarUrl() {
        return avatarUrl;
    }

    void change(ProfileChange change) {
        displayName = change.displayName().applyTo(displayName);
        firstName = change.firstName().applyTo(firstName);
        lastName = change.lastName().applyTo(lastName);
        avatarUrl = change.avatarUrl().applyTo(avatarUrl);
        bio = change.bio().applyTo(bio);
    }

    void link(FortyTwoIdentity identity) {
        via42 = true;
        username42 = identity.login();
        if (identity.campus() != null) {
            campus = identity.campus();
        }
    }

    /** Removes all personal data. The id remains, for the matches others played against this user. */
    void anonymize() {
        username = Usernames.ofErased(id);
        displayName = NameClaims.ERASED;
        firstName = null;
        lastName = null;
        avatarUrl = null;
        bio = null;
        campus = null;
        via42 = false;
        username42 = null;
        active = false;
    }
}
