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

/** A user's profile, as stored and as exposed by the schema's type of the same name. */
@Entity
@Table(name = "profile")
public class User {

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
    protected User() {}

    public UUID id() {
        return id;
    }

    /** Grows with every change; also the version of the published events. */
    long version() {
        return version;
    }

    public String username() {
        return username;
    }

    public String displayName() {
        return displayName;
    }

    public @Nullable String bio() {
        return bio;
    }

    public Instant joinedAt() {
        return joinedAt;
    }

    public boolean isActive() {
        return active;
    }

    public @Nullable String campus() {
        return campus;
    }

    public boolean isVia42() {
        return via42;
    }

    public @Nullable String username42() {
        return username42;
    }

    public @Nullable String firstName() {
        return firstName;
    }

    public @Nullable String lastName() {
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

    /** Whether the profile already contains this identity at 42. */
    boolean isLinkedWith(FortyTwoIdentity identity) {
        return via42
                && identity.login().equals(username42)
                && (identity.campus() == null || identity.campus().equals(campus));
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
