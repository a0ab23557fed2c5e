package ft.transcendence.users;

import ft.transcendence.platform.process.ExitOnOutOfMemory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The users subgraph as an application. */
@SpringBootApplication
@ConfigurationPropertiesScan
class UsersApplication {

    public static void main(String[] arguments) {
        ExitOnOutOfMemory.install();
        SpringApplication.run(UsersApplication.class, arguments);
    }
}
