package org.emcsettlement.examples.emc;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import me.tongfei.progressbar.ProgressBar;
import org.emcsettlement.baseline.BaselineFitter;
import org.emcsettlement.baseline.Methods;
import org.emcsettlement.core.finding.Effect;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.period.WorkCalendar;
import org.emcsettlement.core.series.Resolution;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Judges a method on many buildings: fits one period, predicts another, compares. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Fit a baseline for every building of a folder and compare it with a reporting period.",
      "对文件夹中的每座建筑拟合基准，并与报告期比较。",
      "",
      "DIR holds one folder per building: meter.csv[.gz], temperature.csv[.gz], meta.json and, for",
      "drivers, occupancy.csv[.gz]; only the meter is required. The value column names the unit;",
      "kWh is electricity, m3 water, GJ heat, unless meta.json gives commodity, or the meter's kind.",
      "Zeros of an hourly electricity meter with a base load count as missing, with a finding",
      "(rule false-zeros). A day counts when at least 23 of its 24 hours were read.",
      "",
      "Columns: cvrmse_out = sqrt(mean e^2) / mean use and nmbe_out = sum e / sum use with e = use -",
      "prediction, by day, hour, or month per day; adjusted_baseline and savings from the frozen",
      "baseline over days on which use and drivers are known; lower, upper: the interval of savings.",
      "All but fit_millis repeat to the byte.",
      "除 fit_millis 外，各列结果逐字节可重复。"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:written; at least one building was fitted",
      "1:written; none could be fitted",
      "2:arguments are invalid or DIR has no building; nothing was written"
    })
final class EvaluateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "one folder per building 每座建筑一个文件夹")
  private Path folder;

  @Option(names = "--timezone", required = true, paramLabel = "Z", description = "时区")
  private String timezone;

  @Option(
      names = "--baseline",
      required = true,
      paramLabel = "START/END",
      description = "half-open dates 基期")
  private String baseline;

  @Option(
      names = "--reporting",
      required = true,
      paramLabel = "START/END",
      description = "half-open dates 报告期")
  private String reporting;

  @Option(
      names = "--resolution",
      paramLabel = "R",
      description =
          "monthly, daily or hourly; default: that of the method, daily if it has several"
              + " 时间粒度")
  private @Nullable String resolution;

  @Option(
      names = "--method",
      paramLabel = "NAME",
      defaultValue = BaselineFitter.AUTO,
      description = {
        "a method, or auto: institution-daily, institution-hourly or, by month, degree days;",
        "institution-water for water without temperatures 方法"
      })
  private String method;

  @Option(
      names = "--confidence",
      paramLabel = "P",
      defaultValue = "0.90",
      description = "of the intervals; default ${DEFAULT-VALUE} 置信水平")
  private BigDecimal confidence;

  @Option(
      names = "--inject",
      paramLabel = "FRACTION",
      defaultValue = "0",
      description = "take this part of reporting use away before anything else 注入已知节约率")
  private BigDecimal injected;

  @Option(
      names = "--work-calendar",
      paramLabel = "NAME",
      description = {
        "a calendar, e.g. cn-state-council, monday-to-friday; default: that of the time zone's",
        "country where it is known, else monday-to-friday 工作日历"
      })
  private @Nullable String workCalendar;

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "the CSV 输出文件")
  private Path out;

  @Override
  public Integer call() {
    CommandConsole console = CommandConsole.of(spec);
    EvaluationPlan plan = plan();
    Path file = out.toAbsolutePath().normalize();
    if (Files.isDirectory(file) || file.getParent() == null) {
      throw new InvalidInputException("--out: " + out + " is no file to write 不能作为输出文件");
    }
    List<Path> cases = cases();
    EvaluationTable table = new EvaluationTable();
    EvaluationSummary summary = new EvaluationSummary();
    try (ProgressBar progress = Portfolio.bar(cases.size())) {
      CaseStream.inOrder(
          cases,
          building -> CaseEvaluation.of(plan, building),
          result -> {
            table.add(result);
            summary.add(result);
            if (result.figures().isEmpty()) {
              console.refused(folder.resolve(result.name()), blocking(result.findings()));
            }
            progress.step();
          });
    }
    new OutputFolder().add(file.getFileName().toString(), table.csv()).write(file.getParent());
    summary.print(plan.confidence(), console.out());
    console.out().println("已写入 written to " + out);
    return summary.isAnyFitted() ? ExitCode.WRITTEN : ExitCode.REFUSED;
  }

  private static Findings blocking(Findings findings) {
    return Findings.of(
        findings.stream().filter(finding -> finding.effect() == Effect.BLOCK).toList());
  }

  private EvaluationPlan plan() {
    ZoneId zone = StudyFiles.option("--timezone", timezone, ZoneId::of);
    Period fitted = StudyFiles.option("--baseline", baseline, Period::parse);
    Period predicted = StudyFiles.option("--reporting", reporting, Period::parse);
    if (fitted.overlap(predicted).isPresent()) {
      throw new InvalidInputException(
          "--reporting: "
              + predicted
              + " overlaps --baseline "
              + fitted
              + ", whose days the model knows 报告期与基期重叠");
    }
    Resolution rows = rows();
    requireKnown(rows);
    requireBetween("--confidence", confidence, confidence.signum() > 0);
    requireBetween("--inject", injected, injected.signum() >= 0);
    return new EvaluationPlan(
        zone,
        fitted,
        predicted,
        rows,
        method,
        confidence,
        injected,
        workCalendar == null
            ? WorkCalendar.ofZone(zone)
            : StudyFiles.option("--work-calendar", workCalendar, WorkCalendar::of));
  }

  private Resolution rows() {
    if (resolution == null) {
      return Methods.resolution(method, Resolution.DAILY);
    }
    return switch (resolution) {
      case "hourly" -> Resolution.HOURLY;
      case "daily" -> Resolution.DAILY;
      case "monthly" -> Resolution.BILLING;
      default ->
          throw new InvalidInputException(
              "--resolution: \""
                  + resolution
                  + "\" must be monthly, daily or hourly 应为 monthly、daily 或 hourly");
    };
  }

  private void requireKnown(Resolution rows) {
    List<String> known = EvaluationPlan.methods(rows);
    boolean auto = method.equals(BaselineFitter.AUTO) && !known.isEmpty();
    if (!auto && !known.contains(method) && !known.contains(method.replace("changepoint-", ""))) {
      throw new InvalidInputException(
          "--method: \""
              + method
              + "\" is unknown for "
              + rows
              + " data; known: "
              + String.join(", ", known)
              + " 方法不存在或不适用");
    }
  }

  private static void requireBetween(String option, BigDecimal value, boolean high) {
    if (!high || value.compareTo(BigDecimal.ONE) >= 0) {
      throw new InvalidInputException(
          option + ": " + value.toPlainString() + " must lie between 0 and 1 应在 0 与 1 之间");
    }
  }

  /**
   * The folders of the buildings in the order of their names; files beside them are passed over.
   */
  private List<Path> cases() {
    if (!Files.isDirectory(folder)) {
      throw new InvalidInputException(folder + ": no such folder 文件夹不存在");
    }
    try (Stream<Path> inside = Files.list(folder)) {
      List<Path> cases =
          inside
              .filter(Files::isDirectory)
              .filter(path -> !path.getFileName().toString().startsWith("."))
              .sorted(Comparator.comparing(path -> path.getFileName().toString()))
              .toList();
      if (cases.isEmpty()) {
        throw new InvalidInputException(folder + ": has no folder of a building 没有建筑文件夹");
      }
      return cases;
    } catch (IOException unreadable) {
      throw new InvalidInputException(folder + ": cannot be read 无法读取: " + unreadable, unreadable);
    }
  }
}
