package ft.transcendence.schemacheck.command;

import ft.transcendence.schemacheck.finding.CheckException;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program behind {@code ./transcend compose} and {@code ./transcend check}. */
@Command(
        name = "./transcend",
        synopsisSubcommandLabel = "(compose|check)",
        usageHelpWidth = CommandTexts.WIDTH,
        subcommands = {ComposeCommand.class, CheckCommand.class})
final class SchemaCheckCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new SchemaCheckCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((mistake, arguments) -> {
                    CommandLine command = mistake.getCommandLine();
                    command.getErr().println("transcend: " + mistake.getMessage());
                    command.getErr()
                            .println("  " + command.getCommandSpec().qualifiedName() + " --help shows the usage");
                    return CommandTexts.CANNOT_RUN;
                })
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    if (!(failure instanceof CheckException)) {
                        throw failure;
                    }
                    command.getErr().println("transcend: " + failure.getMessage());
                    return CommandTexts.CANNOT_RUN;
                });
    }

    @Override
    public Integer call() {
        CommandLine command = Objects.requireNonNull(spec).commandLine();
        throw new ParameterException(command, "which command: compose or check?");
    }
}
