package ft.transcendence.auth.fortytwo;

import java.util.List;
import java.util.Optional;

/** The students who can log in. */
final class Students {

    private static final List<Student> STUDENTS = List.of(
            student(142_001, "mcurie", "Marie", "Curie", "Paris", Scenario.REGULAR),
            student(142_002, "aturing", "Alan", "Turing", "London", Scenario.REGULAR),
            student(142_003, "enoether", "Emmy", "Noether", "Heilbronn", Scenario.NO_PORTRAIT),
            student(142_004, "jbaker", "Josephine", "Baker", "Paris", Scenario.LOGIN_CHANGED),
            student(142_005, "bartleby", "Bartleby", "Scrivener", "New York", Scenario.CONSENT_DENIED),
            student(142_006, "hlamarr", "Hedy", "Lamarr", "Vienna", Scenario.RATE_LIMITED),
            student(142_007, "rvanwinkle", "Rip", "Van Winkle", "Quebec", Scenario.SECRET_EXPIRED),
            student(142_008, "kgoedel", "Kurt", "Gödel", "Vienna", Scenario.REGULAR),
            student(142_009, "egalois", "Évariste", "Galois", "Paris", Scenario.REGULAR),
            student(142_010, "sgermain", "Sophie", "Germain", "Paris", Scenario.REGULAR),
            // her names occur nowhere else, so that tests can search for what remains after an erasure
            student(142_011, "zquexada", "Zephyrine", "Quexada", "Antananarivo", Scenario.REGULAR));

    private Students() {}

    static List<Student> all() {
        return STUDENTS;
    }

    static Optional<Student> byLogin(String login) {
        return STUDENTS.stream()
                .filter(student -> student.login().equals(login))
                .findFirst();
    }

    private static Student student(
            int id, String login, String firstName, String lastName, String campus, Scenario scenario) {
        Optional<String> portrait = scenario == Scenario.NO_PORTRAIT
                ? Optional.empty()
                : Optional.of("https://cdn.intra.42.example/users/" + login + ".jpg");
        return new Student(id, login, firstName, lastName, campus, portrait, scenario);
    }
}
