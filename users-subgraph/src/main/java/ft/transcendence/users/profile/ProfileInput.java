package ft.transcendence.users.profile;

import ft.transcendence.subgraph.mutation.ChangeRejectedException;
import ft.transcendence.subgraph.mutation.UserError;
import ft.transcendence.subgraph.mutation.UserErrorCode;
import ft.transcendence.users.name.NameErrorCode;
import ft.transcendence.users.name.PersonalText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Validates the input of a profile change field by field. It reads the input as a map, because a missing field and a
 * null field mean different things.
 */
final class ProfileInput {

    static final int MAX_NAME_LENGTH = 50;
    private static final int MAX_BIO_LENGTH = 500;

    private final Map<String, ?> fields;
    private final List<UserError> errors = new ArrayList<>();
    private final ProfileChange change;

    ProfileInput(Map<String, ?> fields) {
        this.fields = fields;
        this.change = new ProfileChange(displayName(), name("firstName"), name("lastName"), avatarUrl(), bio());
    }

    /**
     * The change.
     *
     * @throws ChangeRejectedException with an error for each invalid field
     */
    ProfileChange change() {
        if (!errors.isEmpty()) {
            throw new ChangeRejectedException(errors);
        }
        return change;
    }

    private Patch<String> displayName() {
        if (!fields.containsKey("displayName")) {
            return new Patch.Keep<>();
        }
        String name = normalized("displayName", PersonalText::normalizeLine);
        if (name == null) {
            reject("displayName", NameErrorCode.INVALID_TEXT, "A display name cannot be empty.");
            return new Patch.Keep<>();
        }
        rejectText("displayName", PersonalText.validateLine(name, MAX_NAME_LENGTH));
        return new Patch.Replace<>(name);
    }

    private Patch<@Nullable String> name(String field) {
        if (!fields.containsKey(field)) {
            return new Patch.Keep<>();
        }
        String name = normalized(field, PersonalText::normalizeLine);
        if (name != null) {
            rejectText(field, PersonalText.validateLine(name, MAX_NAME_LENGTH));
        }
        return new Patch.Replace<>(name);
    }

    private Patch<@Nullable String> bio() {
        if (!fields.containsKey("bio")) {
            return new Patch.Keep<>();
        }
        String bio = normalized("bio", PersonalText::normalizeLines);
        if (bio != null) {
            rejectText("bio", PersonalText.validate(bio, MAX_BIO_LENGTH));
        }
        return new Patch.Replace<>(bio);
    }

    private Patch<@Nullable String> avatarUrl() {
        if (!fields.containsKey("avatarUrl")) {
            return new Patch.Keep<>();
        }
        String url = normalized("avatarUrl", String::strip);
        if (url == null) {
            return new Patch.Replace<>(null);
        }
        Optional<String> address = PictureAddress.of(url);
        if (address.isEmpty()) {
            reject("avatarUrl", ProfileErrorCode.INVALID_URL, "Enter an address that begins with https://.");
        }
        return new Patch.Replace<>(address.orElse(null));
    }

    private @Nullable String normalized(String field, UnaryOperator<String> form) {
        Object value = fields.get(field);
        String text = value == null ? "" : form.apply(value.toString());
        return text.isEmpty() ? null : text;
    }

    private void rejectText(String field, Optional<String> problem) {
        problem.ifPresent(message -> reject(field, NameErrorCode.INVALID_TEXT, message));
    }

    private void reject(String field, UserErrorCode code, String message) {
        errors.add(new UserError(code, message, field));
    }
}
