package ft.transcendence.platform.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The installed Chromium, headless, driven by the installed Node. */
final class Chromium implements AutoCloseable {

    private static final List<String> CHROMIUM_NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final Path ON_A_MAC = Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
    private static final List<String> QUIET = List.of(
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** What is missing for tests with a browser; empty if nothing is. */
    static Optional<String> missing() {
        if (executable().isEmpty()) {
            return Optional.of("no Chromium or Chrome on the PATH");
        }
        return node().isEmpty() ? Optional.of("no Node on the PATH, which drives the browser") : Optional.empty();
    }

    static Chromium launch() {
        Playwright playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of(
                        "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                        "1",
                        "PLAYWRIGHT_NODEJS_PATH",
                        node().orElseThrow().toString())));
        return new Chromium(
                playwright,
                playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(executable().orElseThrow())
                                .setHeadless(true)
                                // in containers tests run as root, for which the sandbox does not start
                                .setChromiumSandbox(false)
                                .setArgs(QUIET)));
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        playwright.close();
    }

    private static Optional<Path> executable() {
        return Stream.concat(CHROMIUM_NAMES.stream().flatMap(name -> onThePath(name).stream()), Stream.of(ON_A_MAC))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Optional<Path> node() {
        return onThePath("node");
    }

    private static Optional<Path> onThePath(String program) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Arrays.stream(path.split(File.pathSeparator, -1))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
