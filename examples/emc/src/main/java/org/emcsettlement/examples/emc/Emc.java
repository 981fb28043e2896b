package org.emcsettlement.examples.emc;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** Settles energy and water contracts of public institutions from evidence folders. */
@Command(
    name = "emc",
    mixinStandardHelpOptions = true,
    version = "emc 0.1.0",
    description = {
      "Baselines, verified savings and settlement statements for energy and water contracts.",
      "公共机构能源托管、节能效益分享、节能量保证与合同节水的基准、节约量与结算单。"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:written; findings may exist",
      "1:refused by policy, differs, or a fit misses its criteria",
      "2:contract, evidence or arguments are invalid; nothing was written",
      "3:a fault of the program"
    },
    subcommands = {
      ValidateCommand.class,
      FitCommand.class,
      SavingsCommand.class,
      EvaluateCommand.class,
      SettleCommand.class,
      AssessCommand.class,
      ReportCommand.class,
      ExplainCommand.class,
      VerifyCommand.class,
      SettlePackageCommand.class,
      VerifyPackageCommand.class,
      SchemaCommand.class,
      InitCommand.class
    })
public final class Emc {

  private Emc() {}

  /**
   * Runs the tool.
   *
   * @param arguments a command and its arguments
   */
  public static void main(String[] arguments) {
    PrintWriter out = utf8(new FileOutputStream(FileDescriptor.out));
    PrintWriter err = utf8(new FileOutputStream(FileDescriptor.err));
    int code = run(out, err, arguments);
    out.flush();
    err.flush();
    System.exit(code);
  }

  /** Runs the tool and returns its exit code. */
  static int run(PrintWriter out, PrintWriter err, String... arguments) {
    return new CommandLine(new Emc())
        .setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExitCodeExceptionMapper(Emc::code)
        .setExecutionExceptionHandler(Emc::report)
        .execute(arguments.length == 0 ? new String[] {"--help"} : arguments);
  }

  private static PrintWriter utf8(OutputStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }

  private static int code(Throwable fault) {
    if (fault instanceof DifferingInputException) {
      return ExitCode.REFUSED;
    }
    return fault instanceof InvalidInputException || fault instanceof ParameterException
        ? ExitCode.INVALID
        : ExitCode.INTERNAL;
  }

  private static int report(
      Exception fault, CommandLine command, CommandLine.ParseResult arguments) {
    PrintWriter err = command.getErr();
    if (fault instanceof InvalidInputException || fault instanceof DifferingInputException) {
      err.println("emc: " + fault.getMessage());
    } else {
      err.println("emc: internal error 内部错误");
      fault.printStackTrace(err);
    }
    return code(fault);
  }
}
