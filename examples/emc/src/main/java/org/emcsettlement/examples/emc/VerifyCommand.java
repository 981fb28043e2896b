package org.emcsettlement.examples.emc;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.emcsettlement.settlement.LineDifference;
import org.emcsettlement.settlement.Settlement;
import org.emcsettlement.settlement.Verification;
import org.emcsettlement.settlement.statement.Statement;
import org.emcsettlement.settlement.trail.Node;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Settles an issued statement again from its evidence and compares. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Settle again and compare: the same bytes, or the first step that differs.",
      "重新结算并比对：逐字节一致，或指出第一个不同的步骤。"
    })
final class VerifyCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "FOLDER", description = "the evidence 证据文件夹")
  private Path folder;

  @Parameters(index = "1", paramLabel = "STATEMENT", description = "statement.json")
  private Path file;

  @Option(
      names = "--refit",
      description = "fit baselines again and compare their digests 重新拟合并比对基准摘要")
  private boolean refit;

  @Override
  public Integer call() {
    CommandConsole console = CommandConsole.of(spec);
    StatementDocument document = StatementDocument.read(file, console);
    Settlement settlement = OpenedFolder.of(folder).required(console);
    Statement issued = document.statement();
    Verification verification = settlement.verify(issued, document.trail());
    boolean same = report(verification, document, console);
    if (refit) {
      same &= refitted(settlement, issued, console);
    }
    if (verification.outcome() == Verification.Outcome.INCOMPLETE) {
      return ExitCode.INVALID;
    }
    return same ? ExitCode.WRITTEN : ExitCode.REFUSED;
  }

  private static boolean report(
      Verification verification, StatementDocument document, CommandConsole console) {
    boolean bytes =
        verification.isVerified()
            && Arrays.equals(document.bytes(), document.statement().canonical());
    String outcome =
        switch (verification.outcome()) {
          case VERIFIED ->
              bytes
                  ? "一致：逐字节相同 the same bytes"
                  : "内容一致，但文件不是规范格式 same content, but the file is not in canonical form";
          case VERIFIED_EQUIVALENT -> "金额一致，其他内容不同 same amounts, something else differs";
          case MISMATCH -> "不一致 amounts differ";
          case INCOMPLETE -> "无法重新结算 cannot be settled again";
        };
    console.out().println(verification.outcome() + "  " + outcome);
    if (!document.trailFits()) {
      console.out().println("  trail.json 不是该结算单的计算轨迹 is not the trail of this statement");
    }
    verification
        .difference()
        .ifPresent(
            difference ->
                console
                    .out()
                    .println(
                        "  statement.json #"
                            + difference.pointer()
                            + "\n    原件 issued      "
                            + text(difference.first())
                            + "\n    重算 recomputed  "
                            + text(difference.second())));
    verification
        .node()
        .ifPresent(
            node ->
                console
                    .out()
                    .println(
                        "  第一个不同的步骤 first step that differs"
                            + "\n    原件 issued      "
                            + step(node.first())
                            + "\n    重算 recomputed  "
                            + step(node.second())));
    for (LineDifference line : verification.lines()) {
      console.out().println("  " + line.id() + "  " + line.change().toPlainString());
    }
    if (!verification.isVerified()) {
      FindingList.print(verification.findings(), console.out());
    }
    return bytes && document.trailFits();
  }

  private static String text(Optional<String> value) {
    return value.orElse("—");
  }

  private static String step(Optional<Node> node) {
    return node.map(
            n ->
                n.label()
                    + " "
                    + n.name()
                    + " = "
                    + n.text()
                    + " "
                    + n.unit()
                    + (n.source().isEmpty() ? "" : "  " + n.source()))
        .orElse("—");
  }

  /** Whether fitting again freezes to the digests that the statement was settled with. */
  private static boolean refitted(Settlement settlement, Statement issued, CommandConsole console) {
    boolean same = true;
    for (BaselineFit fit : BaselineFit.all(settlement.resolved())) {
      Map<String, String> digests = issued.baselineDigests();
      String frozen = fit.frozen().map(baseline -> baseline.digest()).orElse("—");
      boolean equal = frozen.equals(digests.get(fit.terms().id()));
      same &= equal;
      console
          .out()
          .println(
              "  "
                  + fit.terms().id()
                  + (equal ? "  重新拟合一致 refit agrees  " : "  重新拟合不一致 refit differs  ")
                  + frozen);
    }
    return same;
  }
}
