package ft.transcendence.users.profile;

import jakarta.validation.constraints.NotBlank;
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

    String avatarOf(User user) {
        String own = user.ownAvatarUrl();
        return own == null ? defaultAvatar : own;
    }
}
