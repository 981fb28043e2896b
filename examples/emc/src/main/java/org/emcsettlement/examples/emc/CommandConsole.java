package org.emcsettlement.examples.emc;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.emcsettlement.core.finding.Findings;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Where a command prints.
 *
 * @param out results
 * @param err findings and faults
 */
record CommandConsole(PrintWriter out, PrintWriter err) {

  static CommandConsole of(CommandSpec spec) {
    return new CommandConsole(spec.commandLine().getOut(), spec.commandLine().getErr());
  }

  /** Says that a folder gave no result, and why. */
  void refused(Path folder, Findings findings) {
    err.println(folder + "  ✗");
    FindingList.print(findings, err);
  }

  /** Says that a fault of the program spoilt one folder; the others go on. */
  void internal(Path folder, RuntimeException fault) {
    err.println(folder + "  ✗ internal error 内部错误");
    fault.printStackTrace(err);
  }
}
