package ft.transcendence.auth.fortytwo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A student as returned by 42's {@code GET /v2/me}.
 *
 * @param id permanent; {@code login} can change
 * @param image the URL of the portrait; many students have none
 * @param scenario what happens when this student logs in
 */
record Student(
        int id,
        String login,
        String firstName,
        String lastName,
        String campus,
        Optional<String> image,
        Scenario scenario) {

    String email() {
        return login + "@student.42.example";
    }

    String displayName() {
        return firstName + " " + lastName;
    }

    Student withLogin(String newLogin) {
        return new Student(id, newLogin, firstName, lastName, campus, image, scenario);
    }

    /** The response of {@code /v2/me}, as in version 2 of 42's API. */
    Map<String, Object> profile() {
        Map<String, Object> portrait = new LinkedHashMap<>();
        portrait.put("link", image.orElse(null));
        Map<String, Object> profile = new LinkedHashMap<>();
        profile.put("id", id);
        profile.put("email", email());
        profile.put("login", login);
        profile.put("first_name", firstName);
        profile.put("last_name", lastName);
        profile.put("usual_full_name", displayName());
        profile.put("displayname", displayName());
        profile.put("kind", "student");
        profile.put("image", portrait);
        profile.put("staff?", false);
        profile.put("active?", true);
        profile.put("campus", List.of(Map.of("id", 1, "name", campus)));
        return profile;
    }
}
