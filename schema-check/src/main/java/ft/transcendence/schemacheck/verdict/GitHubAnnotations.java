package ft.transcendence.schemacheck.verdict;

import ft.transcendence.schemacheck.finding.Finding;
import ft.transcendence.schemacheck.finding.Level;
import ft.transcendence.schemacheck.finding.Location;
import ft.transcendence.schemacheck.finding.Report;
import ft.transcendence.schemacheck.finding.Section;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes findings as commands that GitHub Actions turns into annotations of a pull request's lines:
 * {@code ::error file=…,line=…,col=…,title=…::message}. Safe changes have none.
 *
 * @param root the folder that the findings' files are relative to
 * @param workspace the folder that GitHub's files are relative to
 */
public record GitHubAnnotations(Path root, Path workspace) {

    /** Annotations for the workspace of a GitHub workflow, or else for the current folder. */
    public static GitHubAnnotations of(Path root, Map<String, String> environment) {
        return new GitHubAnnotations(
                root.toAbsolutePath().normalize(),
                Path.of(environment.getOrDefault("GITHUB_WORKSPACE", ""))
                        .toAbsolutePath()
                        .normalize());
    }

    public static boolean areWanted(Map<String, String> environment) {
        return "true".equals(environment.get("GITHUB_ACTIONS"));
    }

    public List<String> write(Report report) {
        return report.sections().stream()
                .flatMap(section -> section.worstFirst().stream()
                        .filter(finding -> finding.level() != Level.SAFE)
                        .map(finding -> annotation(section, finding)))
                .toList();
    }

    private String annotation(Section section, Finding finding) {
        String command =
                switch (finding.level()) {
                    case ERROR, BREAKING -> "error";
                    case DANGEROUS -> "warning";
                    case HINT, SAFE -> "notice";
                };
        StringBuilder text = new StringBuilder("::" + command + " ");
        finding.locations().stream()
                .filter(location -> !location.file().contains("://"))
                .findFirst()
                .ifPresent(location -> text.append(place(location)).append(','));
        text.append("title=").append(property("schema check: " + section.name()));
        return text.append("::").append(data(message(finding))).toString();
    }

    private String place(Location location) {
        String file = "file=" + property(inWorkspace(location.file()));
        return location.line() == 0 ? file : file + ",line=" + location.line() + ",col=" + location.column();
    }

    private String inWorkspace(String file) {
        Path path = root.resolve(file).normalize();
        Path shown = path.startsWith(workspace) ? workspace.relativize(path) : path;
        return shown.toString().replace(File.separatorChar, '/');
    }

    private static String message(Finding finding) {
        StringBuilder message = new StringBuilder(finding.level() + " " + finding.where() + ": " + finding.message());
        finding.usedBy().forEach(operation -> message.append("\nused by ").append(operation));
        Optional.ofNullable(finding.hint())
                .ifPresent(hint -> message.append("\n→ ").append(hint));
        return message.toString();
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
