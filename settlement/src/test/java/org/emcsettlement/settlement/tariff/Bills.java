package org.emcsettlement.settlement.tariff;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.BiConsumer;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.FindingsException;
import org.emcsettlement.core.money.RoundingProfile;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.Figure;
import org.emcsettlement.settlement.trail.Recorder;
import org.joda.money.CurrencyUnit;

/** Small tariffs and their bills, without a contract. */
final class Bills {

  private static final String FILE =
      "{\"schemaVersion\": 1, \"name\": \"t\", \"commodity\": \"%s\", \"currency\": \"CNY\","
          + " \"unit\": \"%s\", \"versions\": [%s]}";

  private Bills() {}

  /** What is found in a file of some versions. */
  static List<String> findings(String versions) {
    FindingCollector findings = new FindingCollector();
    Tariff.read(
        TextSource.of("tariffs/t.json", FILE.formatted("electricity", "kWh", versions)),
        "CNY",
        findings);
    return findings.findings().stream().map(Finding::code).toList();
  }

  /** What is found in one version with some charges. */
  static List<String> findingsOf(String charges) {
    return findings(version("\"timeOfUse\": {\"bands\": [\"peak\", \"valley\"]},", charges));
  }

  static String version(String before, String charges) {
    return "{\"from\": \"2025-01-01\", \"source\": \"s\", "
        + before
        + " \"charges\": ["
        + charges
        + "]}";
  }

  static TariffVersion electricity(String charges) {
    return read("electricity", "kWh", charges);
  }

  static TariffVersion read(String commodity, String unit, String charges) {
    FindingCollector findings = new FindingCollector();
    String versions = version("\"timeOfUse\": {\"bands\": [\"peak\", \"valley\"]},", charges);
    return Tariff.read(
            TextSource.of("tariffs/t.json", FILE.formatted(commodity, unit, versions)),
            "CNY",
            findings)
        .orElseThrow(() -> new FindingsException(findings.findings()))
        .versions()
        .get(0);
  }

  /** The bill of a quantity in some days; more of the usage is set beside. */
  static Bill of(
      TariffVersion version,
      String days,
      String quantity,
      BiConsumer<Usage.Builder, Calculator> more) {
    Calculator calculator =
        new Recorder(CurrencyUnit.of("CNY"), RoundingProfile.HALF_UP).calculator("bill");
    Usage.Builder usage =
        Usage.builder().part(Period.parse(days)).total(figure(calculator, quantity, "kWh"));
    more.accept(usage, calculator);
    return Bill.of(calculator, version, usage.build());
  }

  static Bill of(TariffVersion version, String days, String quantity) {
    return of(version, days, quantity, (usage, calculator) -> {});
  }

  static Figure figure(Calculator calculator, String value, String unit) {
    return calculator.parameter("given", new BigDecimal(value), unit);
  }

  /** Item and amount of every line. */
  static List<String> lines(Bill bill) {
    return bill.lines().stream()
        .map(line -> line.item() + " " + line.amount().money().getAmount().toPlainString())
        .toList();
  }
}
