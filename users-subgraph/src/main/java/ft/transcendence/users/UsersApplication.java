package ft.transcendence.users;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The users subgraph. */
@SpringBootApplication
@ConfigurationPropertiesScan
class UsersApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(UsersApplication.class, arguments);
    }
}
