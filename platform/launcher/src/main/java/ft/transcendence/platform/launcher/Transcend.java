package ft.transcendence.platform.launcher;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;

/** The program behind {@code ./transcend up} and the other platform commands. */
@Command(
        name = "transcend",
        mixinStandardHelpOptions = true,
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            RestartCommand.class,
            ResetCommand.class,
            TokenCommand.class,
            GameServerCommand.class,
            TrainCommand.class
        })
final class Transcend {

    private Transcend() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        IExecutionExceptionHandler printMessage = (failure, command, parsed) -> {
            command.getErr().println("transcend: " + failure.getMessage());
            if (!(failure instanceof PlatformException)) {
                failure.printStackTrace(command.getErr());
            }
            return 1;
        };
        return new CommandLine(new Transcend())
                .setExecutionExceptionHandler(printMessage)
                .setParameterExceptionHandler(new UsageErrorHandler("./transcend"));
    }
}
