package org.emcsettlement.examples.emc;

import java.nio.file.Path;
import java.util.Optional;
import org.emcsettlement.baseline.savings.NormalYear;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.series.DailyDrivers;
import org.emcsettlement.core.series.DailyTemperature;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which normal year savings are normalised to. */
final class NormalYearOptions {

  @Option(
      names = "--normal-temperature",
      paramLabel = "F",
      description = "temperatures of a normal year or of several; default: --temperature 标准年气温")
  private @Nullable Path temperature;

  @Option(
      names = "--normal-years",
      paramLabel = "START/END",
      description = "the years averaged; default: all of --normal-temperature 取平均的年份")
  private @Nullable String years;

  @Option(
      names = "--normal-covariates",
      paramLabel = "FROM",
      defaultValue = "baseline",
      description = {
        "headcount, day types and the like by month: of the baseline or reporting period,",
        "or own, those of the normal years; default ${DEFAULT-VALUE} 标准年人数、日类型等取自何处"
      })
  private String covariates;

  /** Whether a normal year is given. */
  boolean isGiven() {
    return temperature != null || years != null;
  }

  /** Reads the normal year; absent if its temperatures cannot be read. */
  Optional<NormalYear> read(
      StudyFiles files, Study study, Period baseline, Period reporting, FindingCollector findings) {
    Optional<DailyTemperature> outdoors =
        temperature == null
            ? study.drivers().temperature()
            : files.temperature(temperature, findings);
    if (outdoors.isEmpty() && temperature != null) {
      return Optional.empty();
    }
    DailyDrivers drivers =
        new DailyDrivers(outdoors, study.drivers().occupancy(), study.drivers().calendar());
    Period history =
        years == null
            ? outdoors.orElseThrow().coverage()
            : StudyFiles.option("--normal-years", years, Period::parse);
    NormalYear year = NormalYear.of(drivers, history);
    return Optional.of(
        switch (covariates) {
          case "own" -> year;
          case "baseline" -> year.withCovariatesOf(study.drivers(), baseline);
          case "reporting" -> year.withCovariatesOf(study.drivers(), reporting);
          default ->
              throw new InvalidInputException(
                  "--normal-covariates: \""
                      + covariates
                      + "\" must be baseline, reporting or own 应为 baseline、reporting 或 own");
        });
  }
}
