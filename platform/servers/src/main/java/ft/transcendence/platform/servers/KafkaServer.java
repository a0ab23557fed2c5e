package ft.transcendence.platform.servers;

import ft.transcendence.platform.servers.ProcessSpec.StopSignal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A KRaft broker and controller on loopback, as its own process. Topics are not created automatically. */
public final class KafkaServer implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    /** Any fixed base64 UUID works, because single-node clusters never meet. */
    private static final String CLUSTER_ID = "VHJhbnNjZW5kZW5jZS0tLQ";

    private final Settings settings;
    private final ServerProcess process;

    private KafkaServer(Settings settings, ServerProcess process) {
        this.settings = settings;
        this.process = process;
    }

    /**
     * How to run a broker.
     *
     * @param directory its folder: configuration and data, kept between starts
     * @param log the file for its output
     * @param port the clients' port on loopback
     * @param controllerPort the port between broker and controller
     */
    public record Settings(Path directory, Path log, int port, int controllerPort) {}

    /**
     * Starts the broker and waits until it accepts clients.
     *
     * @throws ServerStartException when it does not start
     */
    public static KafkaServer start(Workspace workspace, Settings settings) {
        return start(workspace, settings, AotCaches.existing());
    }

    /**
     * Starts the broker with its cache and waits until it accepts clients.
     *
     * @throws ServerStartException when it does not start
     */
    public static KafkaServer start(Workspace workspace, Settings settings, AotCaches caches) {
        List<Path> jars = Distribution.list(workspace.distributions().resolve("kafka"));
        if (jars.isEmpty()) {
            throw Distribution.missing(workspace);
        }
        String classpath = JavaProgram.classpathOf(workspace.distributions().resolve("kafka"));
        Path configuration = configure(settings);
        Path data = settings.directory().resolve("data");
        if (Files.notExists(data.resolve("meta.properties"))) {
            Distribution.runToEnd(
                    "kafka",
                    program(settings)
                            .run(
                                    classpath,
                                    "kafka.tools.StorageTool",
                                    List.of("format", "-t", CLUSTER_ID, "-c", configuration.toString())),
                    Map.of(),
                    settings.log());
        }
        ServerProcess process = ServerProcess.start(new ProcessSpec(
                "kafka",
                program(settings)
                        .cached(caches, workspace.cache().resolve("kafka"))
                        .run(classpath, "kafka.Kafka", List.of(configuration.toString())),
                Map.of(),
                settings.log(),
                StopSignal.TERM));
        try {
            Probe.kafka(settings.port()).await(process, START_LIMIT);
        } catch (RuntimeException failure) {
            process.close();
            throw failure;
        }
        return new KafkaServer(settings, process);
    }

    /** The bootstrap address, {@code host:port}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + settings.port();
    }

    /** The broker's process. */
    public ServerProcess process() {
        return process;
    }

    /** Stops the broker cleanly. */
    @Override
    public void close() {
        process.close();
    }

    private static JavaProgram program(Settings settings) {
        return JavaProgram.withHeap(256)
                .option("-Dlog4j2.configurationFile=" + settings.directory().resolve("log4j2.properties"))
                .option("-Djava.awt.headless=true")
                // it unmaps files with it, and Java would warn about that
                .option("--sun-misc-unsafe-memory-access=allow");
    }

    private static Path configure(Settings settings) {
        Path configuration = settings.directory().resolve("server.properties");
        try {
            Files.createDirectories(settings.directory());
            Files.writeString(configuration, """
                    process.roles=broker,controller
                    node.id=1
                    controller.quorum.voters=1@127.0.0.1:%2$d
                    listeners=CLIENTS://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                    advertised.listeners=CLIENTS://127.0.0.1:%1$d
                    listener.security.protocol.map=CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT
                    inter.broker.listener.name=CLIENTS
                    controller.listener.names=CONTROLLER
                    log.dirs=%3$s
                    auto.create.topics.enable=false
                    num.partitions=3
                    offsets.topic.num.partitions=3
                    offsets.topic.replication.factor=1
                    transaction.state.log.num.partitions=3
                    transaction.state.log.replication.factor=1
                    transaction.state.log.min.isr=1
                    group.initial.rebalance.delay.ms=0
                    """.formatted(
                            settings.port(),
                            settings.controllerPort(),
                            settings.directory().resolve("data").toAbsolutePath()));
            try (InputStream logging = KafkaServer.class.getResourceAsStream("kafka-log4j2.properties")) {
                Files.copy(
                        Objects.requireNonNull(logging, "kafka-log4j2.properties"),
                        settings.directory().resolve("log4j2.properties"),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("Could not configure Kafka", failure);
        }
        return configuration;
    }
}
