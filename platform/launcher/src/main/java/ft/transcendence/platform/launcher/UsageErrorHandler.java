package ft.transcendence.platform.launcher;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reports an invalid command line: what is wrong, what was probably meant, and how to get help. */
public final class UsageErrorHandler implements IParameterExceptionHandler {

    private final String program;

    /** @param program the command that users type, such as {@code ./transcend} */
    public UsageErrorHandler(String program) {
        this.program = program;
    }

    @Override
    public int handleParseException(ParameterException mistake, String[] arguments) {
        CommandLine command = mistake.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("transcend: " + mistake.getMessage() + suggestion(mistake, command));
        err.println("  " + program + below(command) + " --help shows the usage");
        return ExitCode.USAGE;
    }

    private static String suggestion(ParameterException mistake, CommandLine command) {
        if (!(mistake instanceof UnmatchedArgumentException unmatched)) {
            return "";
        }
        List<String> known = new ArrayList<>(command.getSubcommands().keySet());
        known.addAll(command.getCommandSpec().optionsMap().keySet());
        known.addAll(command.getCommandSpec().negatedOptionsMap().keySet());
        String typed = unmatched.getUnmatched().getFirst();
        int value = typed.indexOf('=');
        String sentence = Suggestion.didYouMean(known, value < 0 ? typed : typed.substring(0, value));
        return sentence.isEmpty() ? "" : "." + sentence;
    }

    /** The names of the enclosing subcommands, each preceded by a space. */
    private static String below(CommandLine command) {
        return command.getParent() == null ? "" : below(command.getParent()) + " " + command.getCommandName();
    }
}
