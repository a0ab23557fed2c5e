package ft.transcendence.platform.load;

import ft.transcendence.platform.benchmark.UnexpectedResponseException;
import ft.transcendence.platform.launcher.UsageErrorHandler;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The program behind {@code ./transcend load}. */
@Command(
        name = "load",
        mixinStandardHelpOptions = true,
        description = "Fills a local platform with players and matches, and measures it under load.",
        subcommands = {
            FillCommand.class,
            MeasureCommand.class,
            ReportCommand.class,
            DelayCommand.class,
            QueueCommand.class,
            HelpCommand.class
        })
final class Load {

    private Load() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Load())
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println("load: " + failure.getMessage());
                    if (!(failure instanceof LoadException || failure instanceof UnexpectedResponseException)) {
                        failure.printStackTrace(command.getErr());
                    }
                    return 1;
                })
                .setParameterExceptionHandler(new UsageErrorHandler("./transcend load"))
                .execute(arguments));
    }
}
