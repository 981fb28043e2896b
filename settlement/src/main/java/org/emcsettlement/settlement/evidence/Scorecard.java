package org.emcsettlement.settlement.evidence;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.emcsettlement.core.csv.CsvRow;
import org.emcsettlement.core.csv.CsvTable;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.json.InputDigest;
import org.emcsettlement.core.period.Period;

/**
 * The service-quality assessment (考核评分) of {@code scorecard.csv}.
 *
 * <pre>
 * start,end,item,weight,score,evidence,recorded
 * 2025-01-01,2026-01-01,供冷供热温度达标,0.6,90,KH-2025-01,2026-01-20
 * 2025-01-01,2026-01-01,报修响应,0.4,85,KH-2025-02,2026-01-20
 * </pre>
 *
 * <p>{@code recorded} is the day the score was given; a score recorded too late for the statement
 * of its period is settled in the next one. Without it a score counts as known in time.
 *
 * <p>The weights of one period add up to 1; a single row without weight is the whole score. The
 * periods of two assessments do not overlap.
 */
public final class Scorecard {

  /** The name of the file. */
  public static final String NAME = "scorecard.csv";

  /**
   * One assessed item.
   *
   * @param period the period assessed
   * @param item what was assessed
   * @param weight its weight, as a fraction
   * @param score 0 to 100
   * @param evidence number of the record, empty if not stated
   * @param recorded the day the score was given, if stated
   * @param origin where the row stands, {@code <file>#<start>}
   */
  public record Item(
      Period period,
      String item,
      BigDecimal weight,
      BigDecimal score,
      String evidence,
      Optional<LocalDate> recorded,
      String origin) {}

  private final InputDigest digest;
  private final Map<Period, List<Item>> assessments;

  private Scorecard(InputDigest digest, Map<Period, List<Item>> assessments) {
    this.digest = digest;
    this.assessments = assessments;
  }

  /** {@return a scorecard without scores} */
  public static Scorecard none() {
    return new Scorecard(new InputDigest.Builder("").build(), Map.of());
  }

  /**
   * Reads the file.
   *
   * @param source the text
   * @param findings takes what is wrong with it
   * @return the scores, absent if something blocks
   */
  public static Optional<Scorecard> read(TextSource source, FindingCollector findings) {
    int before = findings.blocking();
    Optional<Scorecard> scorecard =
        CsvTable.read(source, findings)
            .filter(table -> table.require(findings, "start", "end", "score"))
            .map(table -> of(table, findings));
    return findings.blocking() > before ? Optional.empty() : scorecard;
  }

  private static Scorecard of(CsvTable table, FindingCollector findings) {
    List<Item> items = new ArrayList<>();
    table.rows().forEach(row -> item(row, table.name(), findings).ifPresent(items::add));
    items.sort(
        Comparator.comparing(Item::period)
            .thenComparing(Item::item)
            .thenComparing(Item::weight)
            .thenComparing(Item::score)
            .thenComparing(Item::evidence));
    InputDigest.Builder digest = new InputDigest.Builder(table.name());
    Map<Period, List<Item>> assessments = new LinkedHashMap<>();
    for (Item item : items) {
      digest.row(canonical(item));
      assessments.computeIfAbsent(item.period(), key -> new ArrayList<>()).add(item);
    }
    assessments.forEach((period, of) -> checkWeights(period, of, table, findings));
    checkOverlaps(List.copyOf(assessments.keySet()), table, findings);
    return new Scorecard(digest.build(), assessments);
  }

  private static String canonical(Item item) {
    return item.period()
        + ","
        + item.item()
        + ","
        + item.weight().stripTrailingZeros().toPlainString()
        + ","
        + item.score().stripTrailingZeros().toPlainString()
        + item.recorded().map(date -> "," + date).orElse("");
  }

  private static Optional<Item> item(CsvRow row, String file, FindingCollector findings) {
    Optional<LocalDate> start = row.requiredDate("start");
    Optional<LocalDate> end = row.requiredDate("end");
    Optional<BigDecimal> score = row.requiredDecimal("score");
    if (start.isEmpty() || end.isEmpty() || score.isEmpty()) {
      return Optional.empty();
    }
    if (!end.get().isAfter(start.get())) {
      findings.add(
          EvidenceFileFinding.EVENT_DATES,
          row.place("end"),
          "id",
          row.text("item").orElse("–"),
          "from",
          start.get(),
          "to",
          end.get());
      return Optional.empty();
    }
    if (score.get().signum() < 0 || score.get().compareTo(BigDecimal.valueOf(100)) > 0) {
      findings.add(
          EvidenceFileFinding.SCORE_RANGE,
          row.place("score"),
          "value",
          score.get().toPlainString());
    }
    BigDecimal weight = row.decimal("weight").orElse(BigDecimal.ONE);
    if (weight.signum() < 0) {
      findings.add(
          EvidenceFileFinding.SCORE_WEIGHT, row.place("weight"), "value", weight.toPlainString());
    }
    if (row.text("evidence").isEmpty()) {
      findings.add(
          EvidenceFileFinding.SCORE_EVIDENCE, row.place(), "item", row.text("item").orElse("–"));
    }
    return Optional.of(
        new Item(
            Period.of(start.get(), end.get()),
            row.text("item").orElse(""),
            weight,
            score.get(),
            row.text("evidence").orElse(""),
            row.date("recorded"),
            file + "#" + start.get()));
  }

  private static void checkWeights(
      Period period, List<Item> items, CsvTable table, FindingCollector findings) {
    BigDecimal sum = items.stream().map(Item::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
    if (sum.compareTo(BigDecimal.ONE) != 0) {
      findings.add(
          EvidenceFileFinding.SCORE_WEIGHTS,
          Place.file(table.name()).during(period.toString()),
          "period",
          period,
          "sum",
          sum.toPlainString());
    }
  }

  /** Two assessments of one day would leave open which of them counts. */
  private static void checkOverlaps(
      List<Period> periods, CsvTable table, FindingCollector findings) {
    for (int i = 0; i < periods.size(); i++) {
      for (Period earlier : periods.subList(0, i)) {
        if (earlier.overlap(periods.get(i)).isPresent()) {
          findings.add(
              EvidenceFileFinding.SCORE_OVERLAP,
              Place.file(table.name()).during(periods.get(i).toString()),
              "first",
              earlier,
              "second",
              periods.get(i));
        }
      }
    }
  }

  /** {@return the identity of the rows} */
  public InputDigest digest() {
    return digest;
  }

  /** {@return whether nothing was assessed} */
  public boolean isEmpty() {
    return assessments.isEmpty();
  }

  /**
   * The assessment of a period.
   *
   * @param period the period
   * @return the items of the assessment that covers exactly this period, or else the one that
   *     encloses it; empty if there is none
   */
  public List<Item> items(Period period) {
    List<Item> exact = assessments.get(period);
    if (exact != null) {
      return List.copyOf(exact);
    }
    return assessments.entrySet().stream()
        .filter(entry -> entry.getKey().encloses(period))
        .findFirst()
        .map(entry -> List.copyOf(entry.getValue()))
        .orElseGet(List::of);
  }
}
