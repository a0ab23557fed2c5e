package ft.transcendence.auth.fortytwo;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * {@code /oauth/authorize}: lists the students (GET), and redirects the selected one to the application with a code (POST).
 *
 * <p>A wrong client or redirect URI is reported on the page, without a redirect (RFC 6749, section 4.1.2.1).
 */
final class AuthorizeEndpoint {

    private final FortyTwoApplication application;
    private final TokenStore tokens;
    private final AtomicInteger logins = new AtomicInteger();

    AuthorizeEndpoint(FortyTwoApplication application, TokenStore tokens) {
        this.application = application;
        this.tokens = tokens;
    }

    void handle(HttpCall call) throws IOException {
        Map<String, String> parameters = call.is("POST") ? call.form() : call.query();
        Optional<String> refusal = refusal(parameters);
        if (refusal.isPresent()) {
            call.html(400, page("The authorization request is not valid", "<p>" + escape(refusal.get()) + "</p>"));
            return;
        }
        if (!call.is("POST")) {
            call.html(200, page("Log in to fake 42 as…", studentList(parameters)));
            return;
        }
        Optional<Student> student = Students.byLogin(parameters.getOrDefault("student", ""));
        if (student.isEmpty()) {
            call.html(400, page("No such student", studentList(parameters)));
            return;
        }
        call.redirect(redirectToApplication(student.get(), parameters));
    }

    private Optional<String> refusal(Map<String, String> parameters) {
        if (!application.clientId().equals(parameters.get("client_id"))) {
            return Optional.of("client_id is not that of the registered application.");
        }
        if (!application.allowsRedirectTo(parameters.getOrDefault("redirect_uri", ""))) {
            return Optional.of("redirect_uri is not registered for the application.");
        }
        if (!"code".equals(parameters.get("response_type"))) {
            return Optional.of("response_type must be code.");
        }
        if (parameters.getOrDefault("state", "").isEmpty()) {
            return Optional.of("state is missing: the application would be open to login CSRF.");
        }
        return Optional.empty();
    }

    private URI redirectToApplication(Student student, Map<String, String> parameters) {
        String redirectUri = parameters.getOrDefault("redirect_uri", "");
        String errorOrCode = student.scenario() == Scenario.CONSENT_DENIED
                ? "error=access_denied&error_description=" + encode("The resource owner denied the request.")
                : "code=" + tokens.issueCode(asOfThisLogin(student), redirectUri);
        String separator = redirectUri.contains("?") ? "&" : "?";
        return URI.create(
                redirectUri + separator + errorOrCode + "&state=" + encode(parameters.getOrDefault("state", "")));
    }

    private Student asOfThisLogin(Student student) {
        return student.scenario() == Scenario.LOGIN_CHANGED
                ? student.withLogin(student.login() + logins.incrementAndGet())
                : student;
    }

    private static String studentList(Map<String, String> parameters) {
        String hidden = parameters.entrySet().stream()
                .filter(parameter -> !parameter.getKey().equals("student"))
                .map(parameter -> "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
                        .formatted(escape(parameter.getKey()), escape(parameter.getValue())))
                .collect(Collectors.joining());
        String buttons = Students.all().stream()
                .map(student -> """
                        <li><button name="student" value="%s">%s</button> %s, %s: %s</li>""".formatted(
                                student.login(),
                                student.login(),
                                escape(student.displayName()),
                                escape(student.campus()),
                                student.scenario().description()))
                .collect(Collectors.joining("\n"));
        return "<form method=\"post\" action=\"/oauth/authorize\">" + hidden + "<ul>" + buttons + "</ul></form>";
    }

    private static String page(String title, String content) {
        return """
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8"><title>fake 42</title>
                <style>body{font:16px/1.6 system-ui;max-width:44rem;margin:4rem auto}li{margin:.4rem 0;list-style:none}button{min-width:9rem;padding:.3rem}</style>
                </head><body><h1>%s</h1>%s<p>This server stands in for api.intra.42.fr, on this machine only.</p></body></html>
                """.formatted(escape(title), content);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
