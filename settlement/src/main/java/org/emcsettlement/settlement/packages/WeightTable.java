package org.emcsettlement.settlement.packages;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.emcsettlement.core.csv.CsvRow;
import org.emcsettlement.core.csv.CsvTable;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.json.InputDigest;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.period.Schedule;
import org.emcsettlement.settlement.contract.PackageFinding;

/**
 * The declared weights of {@code weights.csv}: areas, headcounts and fixed tables, each from a date
 * on.
 *
 * <pre>
 * from,member,key,value
 * 2025-01-01,a,AREA,12000
 * 2025-07-01,a,AREA,12800
 * 2025-01-01,a,platform,0.4
 * </pre>
 */
public final class WeightTable {

  /** The name of the file. */
  public static final String NAME = "weights.csv";

  /** One series of weights. */
  private record Series(String key, String member) implements Comparable<Series> {
    @Override
    public int compareTo(Series other) {
      int byKey = key.compareTo(other.key);
      return byKey == 0 ? member.compareTo(other.member) : byKey;
    }
  }

  private final InputDigest digest;
  private final Map<Series, Schedule<BigDecimal>> weights;

  private WeightTable(InputDigest digest, Map<Series, Schedule<BigDecimal>> weights) {
    this.digest = digest;
    this.weights = Collections.unmodifiableMap(weights);
  }

  /** {@return a table without weights} */
  public static WeightTable none() {
    return new WeightTable(new InputDigest.Builder(NAME).build(), new TreeMap<>());
  }

  /**
   * Reads the file.
   *
   * @param source the text
   * @param findings takes what is wrong with it
   * @return the weights, absent if something blocks
   */
  public static Optional<WeightTable> read(TextSource source, FindingCollector findings) {
    int before = findings.blocking();
    Optional<WeightTable> table =
        CsvTable.read(source, findings)
            .filter(rows -> rows.require(findings, "from", "member", "key", "value"))
            .map(rows -> of(rows, findings));
    return findings.blocking() > before ? Optional.empty() : table;
  }

  private static WeightTable of(CsvTable table, FindingCollector findings) {
    Map<Series, Map<LocalDate, BigDecimal>> steps = new TreeMap<>();
    for (CsvRow row : table.rows()) {
      Optional<LocalDate> from = row.requiredDate("from");
      Optional<String> member = row.requiredText("member");
      Optional<String> key = row.requiredText("key");
      Optional<BigDecimal> value = row.requiredDecimal("value");
      if (from.isPresent() && member.isPresent() && key.isPresent() && value.isPresent()) {
        Series series = new Series(key.get(), member.get());
        boolean twice =
            steps.computeIfAbsent(series, unused -> new TreeMap<>()).put(from.get(), value.get())
                != null;
        if (twice || value.get().signum() < 0) {
          findings.add(
              PackageFinding.WEIGHT_INVALID,
              row.place("value"),
              "member",
              member.get(),
              "key",
              key.get(),
              "from",
              from.get());
        }
      }
    }
    InputDigest.Builder digest = new InputDigest.Builder(table.name());
    Map<Series, Schedule<BigDecimal>> weights = new TreeMap<>();
    steps.forEach(
        (series, values) -> {
          values.forEach(
              (from, value) ->
                  digest.row(
                      series.key()
                          + ","
                          + series.member()
                          + ","
                          + from
                          + ","
                          + value.stripTrailingZeros().toPlainString()));
          weights.put(series, Schedule.of(values));
        });
    return new WeightTable(digest.build(), weights);
  }

  /** {@return the identity of the rows} */
  public InputDigest digest() {
    return digest;
  }

  /** {@return the members that have weights, in the order of their ids} */
  public Set<String> members() {
    Set<String> members = new TreeSet<>();
    weights.keySet().forEach(series -> members.add(series.member()));
    return members;
  }

  /**
   * The weights of a member during a period.
   *
   * @param key AREA, HEADCOUNT or the name of a table
   * @param member the member
   * @param period the period
   * @return the parts of the period with their weights, absent if some of its days have none
   */
  Optional<Map<Period, BigDecimal>> over(String key, String member, Period period) {
    return Optional.ofNullable(weights.get(new Series(key, member)))
        .map(schedule -> schedule.over(period))
        .filter(parts -> parts.keySet().stream().mapToInt(Period::days).sum() == period.days());
  }
}
