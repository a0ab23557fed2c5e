package ft.transcendence.platform.launcher;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Logs a player in through the login page, as a browser does, and sends operations with the session's cookie. */
final class BrowserLogin {

    private static final Pattern FORM = Pattern.compile("<form[^>]*?action=\"([^\"]*)\"");

    private final String gateway;
    private final HttpClient http = HttpClient.newBuilder()
            .version(Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(Redirect.NORMAL)
            .cookieHandler(new LoopbackCookies())
            .build();

    BrowserLogin(Ports ports) {
        this.gateway = ports.gatewayUrl();
    }

    /** Returns the address of the page on which the login ends. */
    URI logIn(String username, String password) throws IOException, InterruptedException {
        HttpResponse<String> page = send(request("/login"));
        Matcher form = FORM.matcher(page.body());
        if (!form.find()) {
            throw new PlatformException("There is no login form at " + page.uri());
        }
        return send(HttpRequest.newBuilder(page.uri().resolve(form.group(1).replace("&amp;", "&")))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(
                                "username=" + encoded(username) + "&password=" + encoded(password))))
                .uri();
    }

    /** Returns the status and body of an operation that a page of the site sends. */
    HttpResponse<String> execute(String body) throws IOException, InterruptedException {
        return send(request("/graphql")
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .header("X-Requested-With", "XMLHttpRequest")
                .POST(BodyPublishers.ofString(body)));
    }

    /** Ends the session. */
    void logOut() throws IOException, InterruptedException {
        send(request("/logout").header("Sec-Fetch-Site", "same-origin"));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(gateway + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString());
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** Sends secure cookies to loopback without TLS, as browsers do. */
    private static final class LoopbackCookies extends CookieManager {

        private static final Pattern SECURE = Pattern.compile(";\\s*secure", Pattern.CASE_INSENSITIVE);

        LoopbackCookies() {
            super(null, CookiePolicy.ACCEPT_ALL);
        }

        @Override
        public void put(URI address, Map<String, List<String>> headers) throws IOException {
            Map<String, List<String>> insecure = new LinkedHashMap<>();
            headers.forEach((name, values) -> insecure.put(
                    name,
                    values.stream()
                            .map(value -> SECURE.matcher(value).replaceAll(""))
                            .toList()));
            super.put(address, insecure);
        }
    }
}
