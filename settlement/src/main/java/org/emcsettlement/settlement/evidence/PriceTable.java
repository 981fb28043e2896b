package org.emcsettlement.settlement.evidence;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.core.csv.CsvRow;
import org.emcsettlement.core.csv.CsvTable;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.json.InputDigest;
import org.emcsettlement.core.period.Schedule;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.quantity.MeterUnit;
import org.emcsettlement.core.quantity.Rational;

/**
 * Dated prices or index values from {@code prices/<name>.csv}.
 *
 * <pre>
 * from,price,unit,band,source
 * 2025-01-01,0.7350,CNY/kWh,,津发改价〔2024〕1号
 * </pre>
 *
 * <p>Every row holds from its date until the next, the last one stays open. The unit is currency
 * per canonical unit of the commodity, or per another unit if the price then converts exactly
 * ({@code CNY/MWh}); a table of index values may say {@code index} instead.
 */
public final class PriceTable {

  /** The unit of index values. */
  public static final String INDEX = "index";

  private final InputDigest digest;
  private final Schedule<Price> prices;

  private PriceTable(InputDigest digest, Schedule<Price> prices) {
    this.digest = digest;
    this.prices = prices;
  }

  /** What the rows of a table mean to a contract. */
  public enum Use {
    /** Prices; {@code index} is no unit of theirs. */
    PRICE,
    /** Values of an index, which may itself be the price of something. */
    INDEX
  }

  /**
   * Reads a table.
   *
   * @param source the file
   * @param use what the contract uses it for
   * @param commodity what is priced
   * @param currency the contract's currency code
   * @param findings takes what is wrong with it
   * @return the table, absent if something blocks
   */
  public static Optional<PriceTable> read(
      TextSource source, Use use, Commodity commodity, String currency, FindingCollector findings) {
    int before = findings.blocking();
    Optional<PriceTable> table =
        CsvTable.read(source, findings)
            .filter(csv -> csv.require(findings, "from", "price", "unit"))
            .map(csv -> of(csv, use, commodity, currency, findings));
    return findings.blocking() > before ? Optional.empty() : table;
  }

  private static PriceTable of(
      CsvTable csv, Use use, Commodity commodity, String currency, FindingCollector findings) {
    List<Price> rows = new ArrayList<>();
    for (CsvRow row : csv.rows()) {
      Optional<LocalDate> from = row.requiredDate("from");
      Optional<BigDecimal> value = row.requiredDecimal("price");
      Optional<String> unit = row.requiredText("unit");
      if (from.isPresent() && value.isPresent() && unit.isPresent()) {
        Optional<BigDecimal> price =
            use == Use.INDEX && unit.get().equals(INDEX)
                ? value
                : converted(value.get(), unit.get(), commodity, currency);
        if (price.isEmpty()) {
          findings.add(
              EvidenceFileFinding.PRICE_UNIT,
              row.place("unit"),
              "unit",
              unit.get(),
              "expected",
              currency + "/" + commodity.unit());
        } else if (price.get().signum() < 0) {
          findings.add(
              EvidenceFileFinding.PRICE_NEGATIVE,
              row.place("price"),
              "value",
              value.get().toPlainString());
        } else if (rows.stream().anyMatch(other -> other.from().equals(from.get()))) {
          findings.add(EvidenceFileFinding.PRICE_TWICE, row.place("from"), "date", from.get());
        } else {
          rows.add(
              new Price(
                  from.get(),
                  value.get(),
                  price.get(),
                  unit.get(),
                  row.text("band").orElse(""),
                  row.text("source").orElse(""),
                  csv.name() + "#" + from.get()));
        }
      }
    }
    rows.sort(Comparator.comparing(Price::from));
    InputDigest.Builder digest = new InputDigest.Builder(csv.name());
    rows.forEach(
        row ->
            digest.row(
                row.from()
                    + ","
                    + row.value().stripTrailingZeros().toPlainString()
                    + ","
                    + row.unit()
                    + ","
                    + row.band()));
    return new PriceTable(digest.build(), Schedule.of(rows, Price::from, row -> row));
  }

  private static Optional<BigDecimal> converted(
      BigDecimal value, String unit, Commodity commodity, String currency) {
    String prefix = currency + "/";
    if (!unit.startsWith(prefix)) {
      return Optional.empty();
    }
    return MeterUnit.of(unit.substring(prefix.length()))
        .flatMap(commodity::factorFrom)
        .flatMap(factor -> Rational.of(value).dividedBy(Rational.of(factor)).toDecimal())
        // a price as written keeps its digits
        .map(price -> price.compareTo(value) == 0 ? value : price);
  }

  /** {@return the identity of the rows} */
  public InputDigest digest() {
    return digest;
  }

  /** {@return the rows by date} */
  public Schedule<Price> prices() {
    return prices;
  }
}
