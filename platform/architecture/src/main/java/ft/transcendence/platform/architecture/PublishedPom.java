package ft.transcendence.platform.architecture;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The POM that users of a library get, which the build writes to {@code target/published-pom.xml}. It must say everything itself, because its parent is
 * not published.
 */
public final class PublishedPom {

    /** What <a href="https://central.sonatype.org/publish/requirements/">Maven Central</a> asks of a POM. */
    private static final List<String> DEMANDED = List.of(
            "groupId",
            "artifactId",
            "version",
            "name",
            "description",
            "url",
            "licenses/license/name",
            "licenses/license/url",
            "developers/developer/name",
            "developers/developer/url",
            "scm/connection",
            "scm/developerConnection",
            "scm/url");

    /** What depends on this repository's own build, or lets a POM download from elsewhere. */
    private static final List<String> REFUSED =
            List.of("parent", "dependencyManagement", "properties", "repositories", "profiles", "build", "modules");

    private final Element project;

    private PublishedPom(Element project) {
        this.project = project;
    }

    public static PublishedPom read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static PublishedPom parse(String xml) {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        try {
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            DocumentBuilder reader = factory.newDocumentBuilder();
            // the default prints what it also throws
            reader.setErrorHandler(new DefaultHandler());
            return new PublishedPom(
                    reader.parse(new InputSource(new StringReader(xml))).getDocumentElement());
        } catch (ParserConfigurationException | SAXException | IOException malformed) {
            throw new IllegalArgumentException("This is not a POM: " + malformed.getMessage(), malformed);
        }
    }

    /** Why this POM cannot be published; empty if it can. */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        DEMANDED.stream().filter(path -> text(path).isBlank()).forEach(path -> problems.add("has no " + path));
        REFUSED.stream()
                .filter(path -> !elements(project, path).isEmpty())
                .forEach(path -> problems.add("has " + path));
        if (project.getTextContent().contains("${")) {
            problems.add("has a property that is not resolved");
        }
        for (Element dependency : dependencyElements()) {
            if (childText(dependency, "version").isBlank()) {
                problems.add("has no version of " + childText(dependency, "artifactId"));
            }
        }
        return List.copyOf(problems);
    }

    /** Group and artifact, separated by a colon. */
    public String coordinates() {
        return text("groupId") + ':' + text("artifactId");
    }

    /** Group, artifact and scope of each dependency, separated by colons. */
    public List<String> dependencies() {
        return dependencyElements().stream()
                .map(dependency -> String.join(
                        ":",
                        childText(dependency, "groupId"),
                        childText(dependency, "artifactId"),
                        childText(dependency, "scope")))
                .toList();
    }

    private List<Element> dependencyElements() {
        return elements(project, "dependencies").stream()
                .flatMap(dependencies -> elements(dependencies, "dependency").stream())
                .toList();
    }

    private String text(String path) {
        Stream<Element> found = Stream.of(project);
        for (String name : path.split("/")) {
            found = found.flatMap(element -> elements(element, name).stream());
        }
        return found.findFirst().map(Node::getTextContent).orElse("");
    }

    private static String childText(Element parent, String name) {
        return elements(parent, name).stream()
                .findFirst()
                .map(Node::getTextContent)
                .orElse("");
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList children = parent.getChildNodes();
        return IntStream.range(0, children.getLength())
                .mapToObj(children::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .filter(element -> element.getTagName().equals(name))
                .toList();
    }
}
