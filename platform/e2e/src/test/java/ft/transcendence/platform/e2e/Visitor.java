package ft.transcendence.platform.e2e;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import ft.transcendence.platform.e2e.GraphQL.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A person with a browser of their own, who does what people do: open addresses, fill in fields, press buttons. */
final class Visitor implements AutoCloseable {

    static final String SESSION_COOKIE = "transcendence-session";
    static final String PASSWORD = "Pong-demo-1234";

    private final Platform platform;
    private final BrowserContext browser;
    private final Page page;
    private final List<String> addresses = new ArrayList<>();

    Visitor(Platform platform, BrowserContext browser) {
        this.platform = platform;
        this.browser = browser;
        browser.setDefaultTimeout(30_000);
        browser.onRequest(request -> addresses.add(request.url()));
        this.page = browser.newPage();
    }

    /** The open page. */
    Page page() {
        return page;
    }

    /** Opens an address of the gateway. */
    void open(String path) {
        page.navigate(platform.url() + path);
    }

    /** Opens the login page and enters name and password; the next page depends on the account. */
    void beginLogin(String username, String password) {
        open("/login");
        page.locator("#username").fill(username);
        page.locator("#password").fill(password);
        page.locator("#kc-login").click();
    }

    /** Logs in at 42 as a student; the next page depends on the account. */
    void beginLoginWith42(String student) {
        open("/login/42");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(student).setExact(true))
                .click();
    }

    /** Logs in with a password and returns to the site as that player. */
    void logIn(String username) {
        timed("with a password", () -> beginLogin(username, PASSWORD));
    }

    /** Logs in with 42 and returns to the site as that player. */
    void logInWith42(String student) {
        timed("with 42", () -> beginLoginWith42(student));
    }

    /** Prints how long the login took, from the request for {@code /login} until the gateway knows the player. */
    private void timed(String way, Runnable login) {
        long began = System.nanoTime();
        login.run();
        awaitReturn();
        username();
        System.out.printf(Locale.ROOT, "MEASURED login %s: %.2f s%n", way, (System.nanoTime() - began) / 1e9);
    }

    /** Changes the password and returns the errors as JSON. */
    String changePassword(String current, String replacement) {
        return execute(
                        "mutation($current: String!, $replacement: String!) {"
                                + " changePassword(currentPassword: $current, newPassword: $replacement) { errors { code } } }",
                        Map.of("current", current, "replacement", replacement))
                .data("/changePassword/errors")
                .toString();
    }

    void logOut() {
        open("/logout");
        awaitReturn();
    }

    /** Waits until the site's page is shown. */
    void awaitReturn() {
        page.waitForURL(Pattern.compile(Pattern.quote(platform.url()) + "/(graphiql.*)?"));
    }

    /** Waits for Keycloak's form for a code. */
    Locator awaitCodeField() {
        Locator field = page.locator("#otp");
        field.waitFor();
        return field;
    }

    void enterCode(String code) {
        awaitCodeField().fill(code);
        page.locator("#kc-login").click();
    }

    /** The error that Keycloak shows. */
    String inputError() {
        return page.locator("[id^=input-error]:visible").first().innerText();
    }

    /** Sends an operation from a page of the site, as its scripts do. */
    Response execute(String query) {
        return execute(query, Map.of());
    }

    Response execute(String query, Map<String, Object> variables) {
        return fetch(
                platform.url() + "/graphql",
                Map.of("content-type", "application/json", "x-requested-with", "e2e"),
                JsonMapper.shared().writeValueAsString(Map.of("query", query, "variables", variables)));
    }

    /** Sends a request from the open page. */
    Response fetch(String url, Map<String, String> headers, String body) {
        Object response = page.evaluate("""
                async ([url, headers, body]) => {
                  try {
                    const response = await fetch(url, {method: 'POST', credentials: 'include', headers, body});
                    return JSON.stringify({status: response.status, body: await response.text()});
                  } catch (refused) {
                    return JSON.stringify({status: 0, body: String(refused)});
                  }
                }""", List.of(url, headers, body));
        JsonNode read = JsonMapper.shared().readTree((String) response);
        String text = read.path("body").asString();
        return new Response(
                read.path("status").asInt(),
                text.startsWith("{")
                        ? JsonMapper.shared().readTree(text)
                        : JsonMapper.shared().missingNode());
    }

    /** The username with which the visitor is logged in; empty if they are not. */
    String username() {
        return execute("{ viewer { username } }").data("/viewer/username").asString("");
    }

    /** The cookies that the browser would send to the site. */
    List<Cookie> cookies() {
        return browser.cookies(platform.url());
    }

    String sessionId() {
        return cookies().stream()
                .filter(cookie -> cookie.name.equals(SESSION_COOKIE))
                .map(cookie -> cookie.value)
                .findFirst()
                .orElse("");
    }

    /** Every address that the browser has requested. */
    List<String> addresses() {
        return addresses;
    }

    @Override
    public void close() {
        browser.close();
    }
}
