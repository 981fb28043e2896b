package org.emcsettlement.examples.emc;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.emcsettlement.settlement.Settled;
import org.emcsettlement.settlement.Settlement;
import org.emcsettlement.settlement.statement.Line;
import org.emcsettlement.settlement.statement.Statement;
import org.emcsettlement.settlement.trail.Trail;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Walks from an amount of a statement to the readings and terms it comes from. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = {
      "The walk from an amount to the readings; without LINE the lines are listed.",
      "由金额逐步追溯到读数与合同条款；不给行编号时列出各行。"
    })
final class ExplainCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "STATEMENT", description = "statement.json")
  private Path file;

  @Parameters(index = "1", arity = "0..1", paramLabel = "LINE", description = "a line id 行编号")
  private @Nullable String line;

  @Option(
      names = "--evidence",
      paramLabel = "FOLDER",
      description = {
        "show the rows of its files; needed if no trail.json lies beside the statement",
        "同时显示证据文件中的原始行"
      })
  private @Nullable Path evidence;

  @Override
  public Integer call() {
    CommandConsole console = CommandConsole.of(spec);
    StatementDocument document = StatementDocument.read(file, console);
    Statement statement = document.statement();
    if (line == null) {
      list(statement, console);
      return ExitCode.WRITTEN;
    }
    Line wanted =
        statement
            .line(line)
            .orElseThrow(
                () ->
                    new InvalidInputException(
                        "line \""
                            + line
                            + "\" is not one of the statement; emc explain "
                            + file
                            + " lists them 没有该行"));
    Trail trail = document.trail().orElseGet(() -> recomputed(statement, console));
    if (!trail.digest().equals(statement.trailDigest())) {
      throw new InvalidInputException(
          "the trail is not that of this statement (digest "
              + trail.digest()
              + ", the statement says "
              + statement.trailDigest()
              + ") 轨迹与结算单不符");
    }
    console.out().println(title(wanted));
    wanted.remark().ifPresent(r -> console.out().println("  " + r.zh() + "\n  " + r.en()));
    Optional<EvidenceRows> rows = Optional.ofNullable(evidence).map(EvidenceRows::new);
    new TrailWalk(trail, rows, console.out()).from(node(wanted));
    return ExitCode.WRITTEN;
  }

  private Trail recomputed(Statement statement, CommandConsole console) {
    if (evidence == null) {
      throw new InvalidInputException(
          "no trail.json beside " + file + "; give --evidence FOLDER 请用 --evidence 指定证据文件夹");
    }
    Settlement settlement = OpenedFolder.of(evidence).required(console);
    return settlement
        .verify(statement, Optional.empty())
        .recomputed()
        .map(Settled::trail)
        .orElseThrow(
            () -> new InvalidInputException(evidence + ": cannot be settled again 无法重新结算"));
  }

  private static int node(Line line) {
    String label =
        line.node()
            .orElseThrow(
                () ->
                    new InvalidInputException(
                        "line " + line.id() + " has no amount to explain 该行没有可追溯的金额"));
    return Integer.parseInt(label.substring(1));
  }

  private static void list(Statement statement, CommandConsole console) {
    statement.lines().forEach(each -> console.out().println(title(each)));
  }

  private static String title(Line line) {
    return line.id()
        + "  "
        + line.label().zh()
        + " "
        + line.label().en()
        + line.amount().map(amount -> "  " + amount.toPlainString()).orElse("");
  }
}
