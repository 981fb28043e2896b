package org.emcsettlement.examples.emc;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.emcsettlement.baseline.BaselineFitter;
import org.emcsettlement.baseline.Driver;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.period.WorkCalendar;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.quantity.MeterUnit;
import org.emcsettlement.core.series.DailyDrivers;
import org.emcsettlement.core.series.DailyTemperature;
import org.emcsettlement.core.series.FalseZeros;
import org.emcsettlement.core.series.MeterFile;
import org.emcsettlement.core.series.MeterFormat;
import org.emcsettlement.core.series.MeterKind;
import org.emcsettlement.core.series.MeterReadings;
import org.emcsettlement.core.series.Occupancy;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The files of a building without a contract, and how they are to be read and fitted. */
final class StudyFiles {

  @Option(names = "--meter", required = true, paramLabel = "F", description = "readings 表计读数")
  private Path meter;

  @Option(names = "--temperature", paramLabel = "F", description = "outdoor temperatures 室外气温")
  private @Nullable Path temperature;

  @Option(names = "--occupancy", paramLabel = "F", description = "headcount and the like 用能人数等")
  private @Nullable Path occupancy;

  @Option(
      names = "--drivers",
      split = ",",
      paramLabel = "NAME",
      description = {
        "linear drivers, e.g. HEADCOUNT,WORKDAY;",
        "default: all of the occupancy file 线性驱动因素"
      })
  private @Nullable List<String> drivers;

  @Option(
      names = "--resolution",
      paramLabel = "R",
      description = "monthly, daily or hourly; default: that of meter and method 时间粒度")
  private @Nullable String resolution;

  @Option(names = "--baseline", paramLabel = "START/END", description = "half-open dates 基期")
  private @Nullable String period;

  @Option(
      names = "--method",
      paramLabel = "NAME",
      defaultValue = BaselineFitter.AUTO,
      description = {
        "auto, a form such as 3PH or HDD_CDD, mean-temperature-FORM, caltrack-daily,",
        "caltrack-billing, caltrack-hourly, towt, institution-daily, institution-hourly,",
        "institution-water 方法"
      })
  private String method;

  @Option(
      names = "--timezone",
      paramLabel = "Z",
      defaultValue = "Asia/Shanghai",
      description = "时区")
  private String timezone;

  @Option(names = "--commodity", paramLabel = "C", defaultValue = "electricity", description = "品种")
  private String commodity;

  @Option(names = "--unit", paramLabel = "U", description = "if the file names none 计量单位")
  private @Nullable String unit;

  @Option(
      names = "--kind",
      paramLabel = "K",
      defaultValue = "interval",
      description = "interval or register 读数类型")
  private String kind;

  @Option(
      names = "--work-calendar",
      paramLabel = "NAME",
      description = {
        "working days, e.g. cn-state-council or monday-to-friday;",
        "default: that of the time zone's country 工作日历"
      })
  private @Nullable String workCalendar;

  /** The meter's file. */
  Path meter() {
    return meter;
  }

  /** The meter's file with its folder, which tells buildings apart where files are named alike. */
  String meterName() {
    int names = meter.getNameCount();
    return meter.subpath(Math.max(0, names - 2), names).toString().replace('\\', '/');
  }

  /** The weather station's name: that of its file. */
  private Optional<String> station() {
    return Optional.ofNullable(temperature)
        .map(file -> file.getFileName().toString())
        .map(name -> name.substring(0, name.indexOf('.') < 0 ? name.length() : name.indexOf('.')));
  }

  /** The baseline period, if one is given. */
  Optional<Period> baselinePeriod() {
    return Optional.ofNullable(period).map(text -> option("--baseline", text, Period::parse));
  }

  /** Reads the files; false zeros of the baseline period and of others count as missing. */
  Checked<Study> open(Period... others) {
    FindingCollector findings = new FindingCollector();
    Optional<MeterReadings> readings =
        source(meter)
            .flatMap(source -> MeterFile.read(source, format(), findings))
            .map(read -> withoutFalseZeros(read, findings, others));
    Optional<DailyTemperature> outdoors = temperature(temperature, findings);
    Occupancy occupied =
        source(occupancy)
            .flatMap(source -> Occupancy.read(source, findings))
            .orElseGet(Occupancy::none);
    if (findings.blocking() > 0 || readings.isEmpty()) {
      return Checked.failed(findings.findings());
    }
    DailyDrivers daily = new DailyDrivers(outdoors, occupied, calendar());
    return Checked.of(
        new Study(
            readings.get(),
            daily,
            drivers(daily),
            Optional.ofNullable(resolution),
            method,
            station()),
        findings.findings());
  }

  private MeterReadings withoutFalseZeros(
      MeterReadings read, FindingCollector findings, Period... others) {
    List<Period> periods = new ArrayList<>(List.of(others));
    periods.add(0, baselinePeriod().orElseGet(read::coverage));
    Checked<MeterReadings> checked = FalseZeros.in(read, periods);
    findings.addAll(checked.findings());
    return checked.orThrow();
  }

  private WorkCalendar calendar() {
    return workCalendar == null
        ? WorkCalendar.ofZone(zone())
        : option("--work-calendar", workCalendar, WorkCalendar::of);
  }

  /** Reads outdoor temperatures, absent without a file. */
  Optional<DailyTemperature> temperature(@Nullable Path file, FindingCollector findings) {
    return source(file).flatMap(source -> DailyTemperature.read(source, zone(), findings));
  }

  private static Optional<TextSource> source(@Nullable Path file) {
    if (file == null) {
      return Optional.empty();
    }
    if (!Files.isRegularFile(file)) {
      throw new InvalidInputException(file + ": no such file 文件不存在");
    }
    return Optional.of(TextSource.of(Path.of("").toAbsolutePath(), file.toAbsolutePath()));
  }

  private MeterFormat format() {
    return MeterFormat.builder()
        .commodity(option("--commodity", commodity, Commodity::of))
        .zone(zone())
        .unit(
            Optional.ofNullable(unit)
                .map(
                    symbol ->
                        MeterUnit.of(symbol)
                            .orElseThrow(
                                () ->
                                    new InvalidInputException(
                                        "--unit: \"" + symbol + "\" is unknown 未知计量单位"))))
        .kind(option("--kind", kind, name -> MeterKind.valueOf(name.toUpperCase(Locale.ROOT))))
        .build();
  }

  private ZoneId zone() {
    return option("--timezone", timezone, ZoneId::of);
  }

  private List<Driver> drivers(DailyDrivers daily) {
    if (drivers == null) {
      return daily.occupancy().drivers().stream().map(Driver::of).toList();
    }
    for (String name : drivers) {
      if (!name.equals(DailyDrivers.WORKDAY) && !daily.occupancy().drivers().contains(name)) {
        throw new InvalidInputException(
            "--drivers: \""
                + name
                + "\" is neither WORKDAY nor a column of --occupancy "
                + daily.occupancy().drivers()
                + " 未知驱动因素");
      }
    }
    return drivers.stream().map(Driver::of).toList();
  }

  /** The value of an option, or what is wrong with it. */
  static <T> T option(String option, String text, Function<String, T> parser) {
    try {
      return parser.apply(text);
    } catch (IllegalArgumentException | DateTimeException invalid) {
      throw InvalidInputException.of(option + ": \"" + text + "\"", "取值无效", invalid);
    }
  }
}
