package ft.transcendence.gateway.login;

import ft.transcendence.gateway.network.RequestPath;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * Checks the paths to which a login may return: paths of this origin, as every browser reads them. Browsers turn backslashes into
 * slashes and drop tabs and line breaks (<a href="https://url.spec.whatwg.org/#url-parsing">URL, 4.4</a>), and two slashes start
 * another host. Login and logout themselves are excluded.
 */
final class ReturnPath {
    /** The path is kept in a cookie. */
    private static final int LONGEST = 500;

    private ReturnPath() {}

    static boolean isSafe(String path) {
        return path.length() <= LONGEST
                && path.startsWith("/")
                && !path.startsWith("//")
                && path.chars().allMatch(ReturnPath::isPrintable)
                && isAddress(path)
                && leadsToAPage(RequestPath.ofTarget(path));
    }

    private static boolean isPrintable(int character) {
        return character > ' ' && character < 0x7f && character != '\\';
    }

    private static boolean isAddress(String path) {
        try {
            URI uri = new URI(path);
            return uri.getScheme() == null && uri.getRawAuthority() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean leadsToAPage(RequestPath path) {
        return path.canonical().isPresent() && !path.isAtOrBelow("/login") && !path.isAtOrBelow("/logout");
    }
}
