package ft.transcendence.platform.servers.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A minimal browser for the login pages: it keeps cookies, follows redirects and submits forms. It logs in with the realm's client
 * {@code gateway}, by the authorization code flow with PKCE, and stops at the redirect to the gateway.
 */
public final class TestBrowser {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final int MAX_REDIRECTS = 15;
    private static final Pattern FORM = Pattern.compile("<form[^>]*?action=\"([^\"]*)\"(.*?)</form>", Pattern.DOTALL);
    private static final Pattern HIDDEN_INPUT = Pattern.compile("<input[^>]*type=\"hidden\"[^>]*>");
    private static final Pattern REGISTRATION = Pattern.compile("href=\"([^\"]*/login-actions/registration[^\"]*)\"");
    private static final Pattern METHOD =
            Pattern.compile("name=\"authenticationExecution\" value=\"([^\"]*)\"(.*?)</li>", Pattern.DOTALL);

    private final HttpClient http = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(TIMEOUT)
            .build();
    private final Map<String, Map<String, String>> cookiesByAuthority = new LinkedHashMap<>();
    private final String verifier = UUID.randomUUID() + "-" + UUID.randomUUID();
    private final TestKeycloak keycloak;

    TestBrowser(TestKeycloak keycloak) {
        this.keycloak = keycloak;
    }

    /**
     * The page that the browser shows, or the redirect to the gateway.
     *
     * @param address the address of the page, including the query
     * @param body its HTML; empty for a redirect to the gateway
     */
    public record Page(URI address, String body) {

        /** Whether the browser was redirected to the gateway, with a code or an error. */
        public boolean isRedirectToGateway() {
            return address.toString().startsWith(TestKeycloak.GATEWAY_URL);
        }

        /** Whether the page has a form field of this name. */
        public boolean hasField(String field) {
            return body.contains("name=\"" + field + "\"");
        }

        /** A parameter of the address, or an empty string. */
        public String parameter(String name) {
            Matcher found = Pattern.compile("[?&]" + name + "=([^&]*)").matcher(address.toString());
            return found.find() ? found.group(1) : "";
        }
    }

    /** Starts a login. The result is the login page unless a session or a provider completes the login immediately. */
    public Page login() {
        return login(Map.of());
    }

    /** Starts a login with additional parameters, such as {@code kc_idp_hint} or {@code prompt}. */
    public Page login(Map<String, String> parameters) {
        Map<String, String> all = new LinkedHashMap<>(Map.of(
                "client_id", "gateway",
                "response_type", "code",
                "scope", "openid",
                "redirect_uri", redirectUri(),
                "state", "state",
                "nonce", UUID.randomUUID().toString(),
                "code_challenge", challenge(),
                "code_challenge_method", "S256"));
        all.putAll(parameters);
        return follow(HttpRequest.newBuilder(
                URI.create(keycloak.issuer() + "/protocol/openid-connect/auth?" + TestTokens.encoded(all))));
    }

    /** Follows the page's link to the registration form. */
    public Page registration(Page page) {
        Matcher link = REGISTRATION.matcher(page.body());
        if (!link.find()) {
            throw new AssertionError("no registration on " + page);
        }
        return follow(HttpRequest.newBuilder(page.address().resolve(unescaped(link.group(1)))));
    }

    /** Requests an address of Keycloak with the current cookies, and returns the status without following redirects. */
    public int status(String method, URI address) {
        return send(HttpRequest.newBuilder(address)
                        .header("Accept", "application/json")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .method(method, BodyPublishers.ofString("client_id=gateway")))
                .statusCode();
    }

    /** Submits the page's first form, including its hidden fields. */
    public Page submit(Page page, Map<String, String> fields) {
        Matcher form = FORM.matcher(page.body());
        if (!form.find()) {
            throw new AssertionError("no form on " + page);
        }
        Map<String, String> all = new LinkedHashMap<>();
        HIDDEN_INPUT
                .matcher(form.group(2))
                .results()
                .map(MatchResult::group)
                .forEach(input -> all.put(attribute(input, "name"), attribute(input, "value")));
        all.putAll(fields);
        return follow(HttpRequest.newBuilder(page.address().resolve(unescaped(form.group(1))))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(TestTokens.encoded(all))));
    }

    /** Selects another authentication method: the one with this word in its name. */
    public Page selectMethod(Page page, String word) {
        Page methods = submit(page, Map.of("tryAnotherWay", "on"));
        return METHOD.matcher(methods.body())
                .results()
                .filter(method -> method.group(2).contains(word))
                .findAny()
                .map(method -> submit(methods, Map.of("authenticationExecution", method.group(1))))
                .orElseThrow(() -> new AssertionError("no method named " + word + " on " + methods));
    }

    /** Redeems the code that was sent to the gateway, as the gateway does. */
    public TestTokens tokens(Page page) {
        return TestTokens.asGateway(
                keycloak,
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        page.parameter("code"),
                        "redirect_uri",
                        redirectUri(),
                        "code_verifier",
                        verifier));
    }

    private static String redirectUri() {
        return TestKeycloak.GATEWAY_URL + "/login/oauth2/code/keycloak";
    }

    private Page follow(HttpRequest.Builder first) {
        HttpRequest.Builder next = first;
        for (int redirects = 0; redirects < MAX_REDIRECTS; redirects++) {
            HttpResponse<String> response = send(next);
            String location = response.headers().firstValue("Location").orElse("");
            if (location.isEmpty()) {
                return new Page(response.uri(), response.body());
            }
            URI target = response.uri().resolve(location);
            Page page = new Page(target, "");
            if (page.isRedirectToGateway()) {
                return page;
            }
            next = HttpRequest.newBuilder(target);
        }
        throw new AssertionError("too many redirects");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        URI address = request.build().uri();
        Map<String, String> cookies = cookiesByAuthority.computeIfAbsent(
                address.getHost() + ":" + address.getPort(), authority -> new LinkedHashMap<>());
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            HttpResponse<String> response = http.send(request.timeout(TIMEOUT).build(), BodyHandlers.ofString());
            response.headers().allValues("Set-Cookie").forEach(cookie -> keep(cookie, cookies));
            return response;
        } catch (IOException failure) {
            throw new UncheckedIOException("No response from " + address, failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static void keep(String setCookie, Map<String, String> cookies) {
        String[] pair = setCookie.split(";", 2)[0].split("=", 2);
        if (setCookie.contains("Max-Age=0")) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }

    private static String attribute(String tag, String name) {
        Matcher found = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(tag);
        return found.find() ? unescaped(found.group(1)) : "";
    }

    private static String unescaped(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }

    private String challenge() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
