package ft.transcendence.matches;

import ft.transcendence.platform.process.ExitOnOutOfMemory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The matches subgraph as an application. */
@SpringBootApplication
@ConfigurationPropertiesScan
class MatchesApplication {

    public static void main(String[] arguments) {
        ExitOnOutOfMemory.install();
        SpringApplication.run(MatchesApplication.class, arguments);
    }
}
