package org.emcsettlement.examples.emc;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.emcsettlement.baseline.FrozenBaseline;
import org.emcsettlement.baseline.FrozenBaselineFile;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.settlement.Settled;
import org.emcsettlement.settlement.Settlement;
import org.emcsettlement.settlement.contract.StatementPeriod;
import org.emcsettlement.settlement.report.LinesCsv;
import org.emcsettlement.settlement.report.StatementPage;
import org.emcsettlement.settlement.statement.Series;
import org.emcsettlement.settlement.statement.Statement;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Settles one period of every folder and writes its statement. */
@Command(
    name = "settle",
    mixinStandardHelpOptions = true,
    description = {
      "Settle a period: statement.json, trail.json, lines.csv, statement.html.",
      "结算一个周期，输出结算单及其计算轨迹。"
    })
final class SettleCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "FOLDER", description = "evidence folders 证据文件夹")
  private List<Path> folders;

  @Option(
      names = "--period",
      paramLabel = "P",
      description = {
        "2025-07, 2025-Q3, 2025-H2, 2025, Y1 or start/end;",
        "default: the last one covered by readings 默认为读数完整的最近一期"
      })
  private @Nullable String period;

  @Option(
      names = "--issued",
      paramLabel = "DATE",
      description = "issue date; without it the statement is a draft 开具日期，缺省为草稿")
  private @Nullable LocalDate issued;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = {
        "where to write; of several folders, DIR/<folder>;",
        "default: out/<folder>/<period> 输出文件夹"
      })
  private @Nullable Path out;

  private final Set<Path> written = new HashSet<>();

  @Override
  public Integer call() {
    CommandConsole console = CommandConsole.of(spec);
    return Portfolio.each(folders, console, folder -> settle(folder, console));
  }

  private int settle(Path folder, CommandConsole console) {
    OpenedFolder opened = OpenedFolder.of(folder);
    if (opened.settlement().isEmpty()) {
      console.refused(folder, opened.findings());
      return ExitCode.INVALID;
    }
    Settlement settlement = opened.settlement().get();
    StatementPeriod asked = period(settlement);
    Checked<Settled> settled = settlement.settle(asked, Optional.ofNullable(issued));
    if (settled.value().isEmpty()) {
      console.refused(folder, opened.findings().plus(settled.findings()));
      return ExitCode.REFUSED;
    }
    Path target = target(folder, settled.value().get().statement());
    files(settlement, settled.value().get()).write(target);
    new StatementSummary(settled.value().get().statement(), console.out()).print(target);
    return ExitCode.WRITTEN;
  }

  private StatementPeriod period(Settlement settlement) {
    try {
      return period == null ? settlement.lastCovered() : settlement.period(period);
    } catch (IllegalArgumentException unknown) {
      throw InvalidInputException.of("--period", "没有这样的结算期；请按合同的结算周期填写，如 2025-Q1", unknown);
    }
  }

  /** One folder goes to --out itself; several to folders of their own below it. */
  private Path target(Path folder, Statement statement) {
    Path name = folder.toAbsolutePath().normalize().getFileName();
    String key = statement.key().period().replace('/', '_');
    String series = statement.key().series() == Series.ANNUAL ? "-annual" : "";
    Path target;
    if (out == null) {
      target = Path.of("out").resolve(name).resolve(key + series);
    } else {
      target = folders.size() == 1 ? out : out.resolve(name);
    }
    if (!written.add(target)) {
      throw new InvalidInputException(
          folder + ": another folder of the same name was written to " + target + " 文件夹重名");
    }
    return target;
  }

  private static OutputFolder files(Settlement settlement, Settled settled) {
    Statement statement = settled.statement();
    OutputFolder files =
        new OutputFolder()
            .add("statement.json", statement.canonical())
            .add("trail.json", settled.trail().canonical())
            .add("lines.csv", LinesCsv.write(statement, Locale.CHINESE))
            .add("statement.html", StatementPage.html(statement));
    for (FrozenBaseline baseline : settlement.resolved().baselines().values()) {
      if (!settlement.resolved().evidence().baselines().containsKey(baseline.id())) {
        files.add("baselines/" + baseline.id() + ".json", FrozenBaselineFile.write(baseline));
      }
    }
    return files;
  }
}
