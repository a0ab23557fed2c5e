package ft.transcendence.users.profile;

import ft.transcendence.users.mutation.UserMutationError;
import ft.transcendence.users.mutation.UserMutationErrorCode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a client wants a profile to say, checked field by field. It reads the input as a map, since a field left out and
 * a field set to null mean different things.
 */
final class ProfileInput {

    private static final int LONGEST_NAME = 50;
    private static final int LONGEST_TEXT = 500;

    private final Map<String, ?> fields;
    private final List<UserMutationError> errors = new ArrayList<>();
    private final ProfileChange change;

    ProfileInput(Map<String, ?> fields) {
        this.fields = fields;
        this.change = new ProfileChange(
                displayName(),
                text("firstName", LONGEST_NAME, false),
                text("lastName", LONGEST_NAME, false),
                avatarUrl(),
                text("bio", LONGEST_TEXT, true));
    }

    List<UserMutationError> errors() {
        return List.copyOf(errors);
    }

    /** The change, which counts only when there are no {@link #errors}. */
    ProfileChange change() {
        return change;
    }

    private Patch<String> displayName() {
        if (!fields.containsKey("displayName")) {
            return new Patch.Keep<>();
        }
        String name = stripped("displayName");
        if (name == null) {
            refuse("displayName", UserMutationErrorCode.INVALID_TEXT, "A display name cannot be empty.");
            return new Patch.Keep<>();
        }
        checkText("displayName", name, LONGEST_NAME, false);
        return new Patch.Put<>(name);
    }

    private Patch<@Nullable String> text(String field, int longest, boolean lines) {
        if (!fields.containsKey(field)) {
            return new Patch.Keep<>();
        }
        String text = stripped(field);
        if (text != null) {
            checkText(field, text, longest, lines);
        }
        return new Patch.Put<>(text);
    }

    private Patch<@Nullable String> avatarUrl() {
        if (!fields.containsKey("avatarUrl")) {
            return new Patch.Keep<>();
        }
        String url = stripped("avatarUrl");
        if (url != null && !isWebAddress(url)) {
            refuse("avatarUrl", UserMutationErrorCode.INVALID_URL, "A picture's address begins with https://.");
        }
        return new Patch.Put<>(url);
    }

    private @Nullable String stripped(String field) {
        Object value = fields.get(field);
        String text = value == null ? "" : value.toString().strip();
        return text.isEmpty() ? null : text;
    }

    private void checkText(String field, String text, int longest, boolean lines) {
        boolean clean = text.codePoints().noneMatch(point -> isHidden(point) && !(lines && point == '\n'));
        if (text.codePointCount(0, text.length()) > longest || !clean) {
            refuse(
                    field,
                    UserMutationErrorCode.INVALID_TEXT,
                    "At most " + longest + " characters, none of them a control character.");
        }
    }

    /** Control and format characters: they could turn a name around or make it look like another's. */
    private static boolean isHidden(int point) {
        int type = Character.getType(point);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE
                || type == Character.PRIVATE_USE
                || type == Character.UNASSIGNED;
    }

    private static boolean isWebAddress(String url) {
        try {
            URI address = new URI(url);
            return url.length() <= LONGEST_TEXT
                    && "https".equalsIgnoreCase(address.getScheme())
                    && address.getHost() != null
                    && address.getRawUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private void refuse(String field, UserMutationErrorCode code, String message) {
        errors.add(new UserMutationError(code, message, field));
    }
}
