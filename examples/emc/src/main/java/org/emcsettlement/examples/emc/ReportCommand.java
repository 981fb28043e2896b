package org.emcsettlement.examples.emc;

import java.io.PrintWriter;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.settlement.EvidenceFolder;
import org.emcsettlement.settlement.clause.StandardClauses;
import org.emcsettlement.settlement.indicator.IndicatorCalculation;
import org.emcsettlement.settlement.indicator.IndicatorReport;
import org.emcsettlement.settlement.indicator.IndicatorTerms;
import org.emcsettlement.settlement.report.indicator.IndicatorFile;
import org.emcsettlement.settlement.report.indicator.IndicatorPage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reports the energy and water indicators of a year. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = {
      "Report a year's energy and water indicators: report.json, report.html.",
      "报告一年的能源资源消费指标，与定额和双控目标比较。"
    })
final class ReportCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FOLDER",
      description = {"an evidence folder with indicators.json", "含 indicators.json 的证据文件夹"})
  private Path folder;

  @Option(names = "--year", required = true, paramLabel = "Y", description = "calendar year 年度")
  private int year;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "where to write; default: out/<folder>/report-<year> 输出文件夹")
  private @Nullable Path out;

  @Override
  public Integer call() {
    CommandConsole console = CommandConsole.of(spec);
    if (!Files.isDirectory(folder)) {
      throw new InvalidInputException(folder + ": no such folder 文件夹不存在");
    }
    Checked<EvidenceFolder> read = EvidenceFolder.read(folder, StandardClauses.format());
    FindingCollector findings = new FindingCollector();
    Optional<IndicatorTerms> terms =
        IndicatorTerms.read(TextSource.of(folder, folder.resolve(IndicatorTerms.FILE)), findings);
    if (read.value().isEmpty() || terms.isEmpty()) {
      console.refused(folder, read.findings().plus(findings.findings()));
      return ExitCode.INVALID;
    }
    EvidenceFolder opened = read.value().get();
    Checked<IndicatorReport> report =
        IndicatorCalculation.of(opened.contract(), opened.evidence(), terms.get(), year);
    if (report.value().isEmpty()) {
      console.refused(folder, report.findings());
      return ExitCode.INVALID;
    }
    Path target = target();
    new OutputFolder()
        .add("report.json", IndicatorFile.canonical(report.value().get()))
        .add("report.html", IndicatorPage.html(report.value().get()))
        .write(target);
    print(report.value().get(), target, console.out());
    return ExitCode.WRITTEN;
  }

  private Path target() {
    Path name = folder.toAbsolutePath().normalize().getFileName();
    return out == null ? Path.of("out").resolve(name).resolve("report-" + year) : out;
  }

  private static void print(IndicatorReport report, Path target, PrintWriter out) {
    out.println(report.institution() + "  " + report.year() + "  → " + target);
    for (IndicatorReport.IndicatorValue value : report.values()) {
      out.println(
          "  "
              + value.value().round(2, RoundingMode.HALF_UP).toPlainString()
              + " "
              + value.indicator().unit()
              + "  "
              + value.indicator().zh()
              + " "
              + value.indicator().en());
    }
    for (IndicatorReport.QuotaComparison row : report.quotas()) {
      out.println(
          "  "
              + row.verdict().zh()
              + " "
              + row.verdict().en()
              + "  "
              + row.quota().indicator().zh()
              + "（"
              + row.quota().name().zh()
              + "）");
    }
    FindingList.print(report.findings(), out);
  }
}
