package org.emcsettlement.examples.emc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.emcsettlement.baseline.FrozenBaselineFile;
import org.emcsettlement.baseline.savings.NormalYear;
import org.emcsettlement.baseline.savings.SavingsQuantity;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.json.Json;
import org.emcsettlement.core.period.Period;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Computes savings of a building from files: quantities with intervals, no contract, no money. */
@Command(
    name = "savings",
    mixinStandardHelpOptions = true,
    description = {
      "Avoided, backcast or normalised savings from files, with intervals; no contract needed.",
      "由文件计算避免用量、回溯或标准化节约量及其区间，无需合同。"
    })
final class SavingsCommand implements Callable<Integer> {

  private static final String ALL = "all";

  @Spec private CommandSpec spec;

  @Mixin private final StudyFiles files = new StudyFiles();

  @Option(
      names = "--reporting",
      required = true,
      paramLabel = "START/END",
      description = "half-open dates 报告期")
  private String reporting;

  @Option(
      names = "--quantity",
      paramLabel = "Q",
      defaultValue = "avoided",
      description = {
        "avoided, backcast, normalised or all; normalised needs a normal year;",
        "default ${DEFAULT-VALUE} 节约量口径"
      })
  private String quantity;

  @ArgGroup(exclusive = false, heading = "%nNormal year 标准年:%n")
  private @Nullable NormalYearOptions normal;

  @Option(
      names = "--confidence",
      paramLabel = "P",
      defaultValue = "0.90",
      description = "of the intervals; default ${DEFAULT-VALUE} 置信水平")
  private BigDecimal confidence;

  @Option(names = "--json", description = "one JSON object 以 JSON 输出")
  private boolean json;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "write savings.json and the frozen models there 输出文件夹")
  private @Nullable Path out;

  @Override
  public Integer call() {
    CommandConsole console = CommandConsole.of(spec);
    Period baselinePeriod =
        files
            .baselinePeriod()
            .orElseThrow(() -> new InvalidInputException("--baseline START/END is needed 请给出基期"));
    Period reportingPeriod = StudyFiles.option("--reporting", reporting, Period::parse);
    requireConfidence();
    Set<SavingsQuantity> asked = asked();
    Checked<Study> read = files.open(reportingPeriod);
    if (read.value().isEmpty()) {
      FindingList.print(read.findings(), console.err());
      return ExitCode.INVALID;
    }
    FindingCollector findings = new FindingCollector();
    findings.addAll(read.findings());
    SavingsStudy study =
        new SavingsStudy(read.orThrow(), baselinePeriod, reportingPeriod, confidence, findings);
    study.compute(asked, year(read.orThrow(), baselinePeriod, reportingPeriod, findings));
    ObjectNode report = SavingsReport.json(study);
    if (json) {
      console.out().print(Json.pretty(report));
    } else {
      SavingsReport.print(files.meter().toString(), study, console.out());
    }
    if (study.savings().size() < asked.size()) {
      return ExitCode.INVALID;
    }
    if (out != null) {
      OutputFolder written = new OutputFolder().add("savings.json", Json.pretty(report));
      study
          .models()
          .forEach(model -> written.add(model.id() + ".json", FrozenBaselineFile.write(model)));
      written.write(out);
    }
    return FitCommand.code(study.findings());
  }

  private void requireConfidence() {
    if (confidence.signum() <= 0 || confidence.compareTo(BigDecimal.ONE) >= 0) {
      throw new InvalidInputException(
          "--confidence: " + confidence.toPlainString() + " must lie between 0 and 1 应在 0 与 1 之间");
    }
  }

  /** All are the quantities for which there is enough. */
  private Set<SavingsQuantity> asked() {
    boolean given = normal != null && normal.isGiven();
    Set<SavingsQuantity> known =
        EnumSet.of(SavingsQuantity.AVOIDED, SavingsQuantity.BACKCAST, SavingsQuantity.NORMALISED);
    if (quantity.equals(ALL)) {
      if (!given) {
        known.remove(SavingsQuantity.NORMALISED);
      }
      return known;
    }
    SavingsQuantity one =
        known.stream()
            .filter(name -> name.id().equals(quantity))
            .findFirst()
            .orElseThrow(
                () ->
                    new InvalidInputException(
                        "--quantity: \""
                            + quantity
                            + "\" must be avoided, backcast, normalised or all"
                            + " 应为 avoided、backcast、normalised 或 all"));
    if (one == SavingsQuantity.NORMALISED && !given) {
      throw new InvalidInputException(
          "--quantity normalised needs --normal-temperature or --normal-years" + " 标准化节约量需要标准年");
    }
    return EnumSet.of(one);
  }

  private Optional<NormalYear> year(
      Study study, Period baseline, Period reportingPeriod, FindingCollector findings) {
    return normal != null && normal.isGiven()
        ? normal.read(files, study, baseline, reportingPeriod, findings)
        : Optional.empty();
  }
}
