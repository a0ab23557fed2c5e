package ft.transcendence.users.profile;

import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Settings for profiles.
 *
 * @param defaultAvatar the picture URL of users without a picture
 */
@Validated
@ConfigurationProperties(prefix = "users.profile", ignoreUnknownFields = false)
record ProfileProperties(@NotBlank String defaultAvatar) {

    /** The picture to show for the one the user chose, which may be none. */
    String avatar(@Nullable String own) {
        return own == null ? defaultAvatar : own;
    }
}
